// SPDX-License-Identifier: GPL-2.0-or-later

const languages = {
  en: {
    search: 'Search',
    close: 'Close',
    results: 'Articles',
    suggestions: 'Suggestions',
    recent: 'Recent searches',
    forget: 'Clear recent searches',
    all: 'All results',
    count: (n) => (n === 1 ? '1 result' : `${n} results`),
    none: (q) => `Nothing found for “${q}”. Fewer or other words may help.`,
    away: 'Search is currently unavailable. Please try again shortly.',
    missing: 'Missing:',
    corrected: ['Showing results for ', '.'],
    instead: ['Search instead for ', ''],
    meant: ['Did you mean ', '?'],
    relaxed: 'No article has all of these words. These have most of them.',
    mistakes: {}, // those of the server are in English
    keys: [['↑↓', 'choose'], ['↵', 'open'], ['esc', 'close']],
  },
  ko: {
    search: '검색',
    close: '닫기',
    results: '글',
    suggestions: '추천 검색어',
    recent: '최근 검색',
    forget: '최근 검색 지우기',
    all: '전체 결과',
    count: (n) => `결과 ${n}건`,
    none: (q) => `“${q}”에 맞는 글이 없습니다. 단어를 줄이거나 바꿔 보세요.`,
    away: '지금은 검색 서버가 응답하지 않습니다. 잠시 뒤에 다시 시도해 주세요.',
    missing: '없는 단어:',
    corrected: ['', '에 대한 결과입니다.'],
    instead: ['', ' 그대로 검색'],
    meant: ['이것을 찾으셨나요? ', ''],
    relaxed: '모든 단어가 들어 있는 글이 없어, 대부분이 들어 있는 글을 보여 드립니다.',
    mistakes: {
      'value-missing': '콜론(:) 바로 뒤에 값을 써 주세요(예: author:이름)',
      'near-distance': 'NEAR/n의 n에는 1부터 100까지의 단어 수를 써 주세요',
      'year-expected': 'year: 뒤에는 연도나 연도의 범위를 써 주세요(예: year:2022, year:2020..2022)',
      'date-expected': 'date: 뒤에는 YYYY, YYYY-MM, YYYY-MM-DD 꼴의 날짜나 그 범위를 써 주세요(예: date:2022-01..2022-06)',
      'season-expected': 'season: 뒤에는 봄, 여름, 가을, 겨울, 상반기, 하반기 가운데 하나를 써 주세요',
      'range-reversed': '범위의 끝이 시작보다 앞섭니다. 순서를 바꿔 주세요',
      'parenthesis-unopened': '닫는 괄호에 짝이 되는 여는 괄호가 없습니다',
      'parenthesis-unclosed': '여는 괄호에 짝이 되는 닫는 괄호가 없습니다',
      'parentheses-too-deep': '괄호가 너무 여러 겹입니다',
      'operand-missing': 'AND, OR, NOT, NEAR의 앞이나 뒤에 있어야 할 단어가 없습니다',
      'near-operand': 'NEAR의 앞뒤에는 단어를 하나씩만 써 주세요',
      'too-many-words': '단어가 너무 많습니다. 줄여서 검색해 주세요',
      'too-many-completions': '이렇게 시작하는 단어가 너무 많습니다. * 앞에 글자를 더 써 주세요',
      'query-too-long': '검색어가 너무 깁니다. 줄여서 검색해 주세요',
    },
    keys: [['↑↓', '이동'], ['↵', '열기'], ['esc', '닫기']],
  },
};

/** The interface text for a BCP 47 tag. */
export function wordingFor(tag) {
  return /^ko\b/i.test(tag ?? '') ? languages.ko : languages.en;
}
