export default {
  title: 'Built',
  url: 'https://example.org',
  baseUrl: '/',
  onBrokenLinks: 'ignore',
  i18n: { defaultLocale: 'en', locales: ['en', 'ko'] },
  presets: [['classic', { docs: { routeBasePath: 'docs' }, blog: { showReadingTime: false, onUntruncatedBlogPosts: 'ignore', onInlineAuthors: 'ignore' } }]],
};
