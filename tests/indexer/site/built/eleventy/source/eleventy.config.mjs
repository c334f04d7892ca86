export default function (eleventyConfig) {
  eleventyConfig.setUseGitIgnore(false);
  return {
    dir: { input: "src", includes: "_includes" },
    markdownTemplateEngine: "njk",
  };
}
