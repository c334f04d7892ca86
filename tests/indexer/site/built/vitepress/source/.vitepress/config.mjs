export default {
  title: 'Built',
  srcExclude: ['**/README.md', 'internal/**'],
  locales: {
    root: { label: 'English', lang: 'en' },
    ko: { label: '한국어', lang: 'ko' },
  },
}
