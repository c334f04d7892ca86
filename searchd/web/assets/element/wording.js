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
    away: 'The search does not answer at the moment. Please try again shortly.',
    missing: 'without',
    corrected: ['Showing results for ', '.'],
    instead: ['Search instead for ', ''],
    meant: ['Did you mean ', '?'],
    relaxed: 'No article has all of these words. These have most of them.',
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
    none: (q) => `“${q}”에 맞는 글이 없습니다. 낱말을 줄이거나 바꿔 보세요.`,
    away: '지금은 검색 서버가 응답하지 않습니다. 잠시 뒤에 다시 시도해 주세요.',
    missing: '없는 낱말:',
    corrected: ['', '에 대한 결과입니다.'],
    instead: ['', ' 그대로 검색'],
    meant: ['이것을 찾으셨나요? ', ''],
    relaxed: '모든 낱말이 들어 있는 글이 없어, 대부분이 들어 있는 글을 보여 드립니다.',
    keys: [['↑↓', '이동'], ['↵', '열기'], ['esc', '닫기']],
  },
};

/** The interface text for a BCP 47 tag. */
export function wordingFor(tag) {
  return /^ko\b/i.test(tag ?? '') ? languages.ko : languages.en;
}
