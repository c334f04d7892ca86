# SPDX-License-Identifier: GPL-2.0-or-later
"""What a site's configuration keeps from being published is not indexed, whichever folder is named as the source."""

import json
import os
import shutil

from tests.end_to_end import programs

HUGO = "baseURL = 'https://e.org/'\n"


class UnpublishedTest(programs.ProgramTest):
    def published(self, files, source=".", options=(), status=0):
        """The names, before `.md`, of the indexed articles of a new site with these files, and standard error."""
        shutil.rmtree(self.site)
        self.site.mkdir()
        shutil.rmtree(self.db, ignore_errors=True)
        for name, text in files.items():
            self.write(name, text)
        done = programs.index(self.db, self.site / source, options=options)
        self.assertEqual(done.returncode, status, done.stderr)
        if status == 2:
            return [], done.stderr
        exported = programs.index(self.db, options=("--export",)).stdout
        return sorted(json.loads(line)["title"] for line in exported.splitlines()), done.stderr

    def check(self, configuration, articles, expected, **given):
        """`articles`: paths, each without front matter of its own, or a map of paths and texts."""
        texts = articles if isinstance(articles, dict) else {name: f"---\ntitle: {name}\n---\nwords\n" for name in articles.split()}
        found, errors = self.published(configuration | texts, **given)
        self.assertEqual(found, sorted(expected.split()), errors)
        return errors

    def test_a_folder_that_the_site_excludes_is_not_published_by_naming_it(self):
        jekyll = {"_config.yml": "exclude: [secret, 'team/notes/']\n"}
        for folder in ("_includes", "secret", "secret/deep", "team/notes", "_drafts"):
            with self.subTest(folder):
                name = f"{folder}/a.md"
                _, errors = self.published(jekyll | {name: "---\ntitle: a\n---\n", "b.md": "---\ntitle: b\n---\n"}, source=folder, status=2)
                self.assertIn(f"{self.site / folder}: warning: kept out", errors)
                _, errors = self.published(jekyll | {name: "---\ntitle: a\n---\n"}, source=name, status=2)
        for configuration, folder in (({"mkdocs.yml": "exclude_docs: |\n  drafts/\n"}, "docs/drafts"),
                                      ({"docusaurus.config.js": "export default {};"}, "docs/_partials"),
                                      ({"hugo.toml": HUGO + "ignoreFiles = ['/private/']\n"}, "content/private")):
            with self.subTest(folder):
                self.published(configuration | {f"{folder}/a.md": "# A\n"}, source=folder, status=2)

    def test_patterns_of_the_project_hold_in_a_source_within_it(self):
        self.check({"_config.yml": "exclude: ['*/private', 'x/**/tmp', y/z.md]\n"}, "x/a.md x/private/b.md x/c/tmp/d.md", "x/a.md", source="x")
        self.check({"docusaurus.config.js": "export default { docs: { exclude: ['**/wip/**'] } };"}, "docs/a/b.md docs/a/wip/c.md", "docs/a/b.md", source="docs/a")
        self.check({"mkdocs.yml": "exclude_docs: |\n  */secret.md\n"}, "docs/a/b.md docs/a/secret.md", "docs/a/b.md", source="docs/a")

    def test_a_folder_of_drafts_is_not_published_by_naming_it(self):
        _, errors = self.published({"x/_drafts/a.md": "# A\n"}, source="x/_drafts", status=2)
        self.assertIn("_drafts: warning: kept out", errors)
        self.check({}, "_drafts/a.md", "_drafts/a.md", source="_drafts", options=("--site", "hugo"))

    def test_a_cascade_of_hugo_reaches_its_target(self):
        articles = "content/posts/a.md content/posts/sub/b.md content/posts/sub/_index.md content/other/c.md content/posts/d/index.md content/e.md"
        every = set(articles.split())
        for target, hidden in (("path: /posts/sub/**", "content/posts/sub/b.md content/posts/sub/_index.md"),
                               ("path: '/{posts,none}/sub/*', kind: page", "content/posts/sub/b.md"),
                               ("path: /posts/a", "content/posts/a.md"), ("path: /posts/a.md", "content/posts/a.md"),
                               ("path: /posts/d/**", "content/posts/d/index.md"), ("path: /posts/d", "content/posts/d/index.md"),
                               ("kind: section", "content/posts/a.md content/posts/sub/b.md content/posts/sub/_index.md content/posts/d/index.md content/other/c.md"),
                               ("path: /other", "content/other/c.md"), ("path: '/posts/sub/**', kind: section", "content/posts/sub/_index.md content/posts/sub/b.md"), ("kind: '{home,term}'", ""),
                               ("environment: development", ""), ("environment: 'prod*', path: /other/**", "content/other/c.md"),
                               ("lang: ko", ""), ("lang: '{en,ko}', path: /posts/a", "content/posts/a.md")):
            for key in ("_target", "target"):
                with self.subTest(target, key=key):
                    configuration = {"hugo.yaml": f"baseURL: https://e.org/\ncascade:\n  - {key}: {{{target}}}\n    draft: true\n"}
                    self.check(configuration, articles, " ".join(every - set(hidden.split())))
        found, _ = self.published({"hugo.toml": HUGO, "content/p/_index.md": "---\ncascade: [{_target: {path: '/p/x*'}, draft: true}]\n---\n",
                                   "content/p/x1.md": "---\ntitle: x1\n---\n", "content/p/y.md": "---\ntitle: y\n---\n"})
        self.assertEqual(found, ["p", "y"])

    def test_a_section_of_hugo_that_is_not_published_takes_its_pages_along(self):
        pages = "---\ntitle: a\ndraft: false\n---\n"
        for front, hidden in (("draft: true", True), ("expiryDate: 2000-01-01", True), ("publishDate: 2999-01-01", True),
                              ("cascade: {draft: true}", True), ("cascade: {draft: true, _target: {kind: page}}", True),
                              ("cascade: {expiryDate: 2000-01-01}\ndraft: false", True), ("draft: false\ncascade: {draft: true}", False),
                              ("cascade: [{draft: true, _target: {kind: page}}]", False), ("title: x\nheadless: true", False)):
            with self.subTest(front):
                found, _ = self.published({"hugo.toml": HUGO, "content/p/_index.md": f"---\n{front}\n---\n", "content/p/q/a.md": pages,
                                           "content/b.md": "---\ntitle: b\n---\n"})
                self.assertEqual("a" not in found, hidden, found)
        languages = {"hugo.toml": HUGO + "[languages.en]\n[languages.ko]\n", "content/p/_index.ko.md": "---\ndraft: true\n---\n"}
        self.check(languages | {"content/p/a.md": pages, "content/p/a.ko.md": pages, "content/h/index.md": "---\nheadless: true\n---\n"}, {}, "a")

    def test_a_target_that_is_not_understood_excludes_the_folder_and_is_reported(self):
        cascade = "cascade:\n  - {_target: {sites: {matrix: 1}}, draft: true}\n"
        errors = self.check({"hugo.yaml": "baseURL: https://e.org/\n" + cascade, "content/a.md": "# A\n"}, {}, "", status=2)
        self.assertIn("hugo.yaml:3: warning: a cascade has the target \"sites\", which is not read", errors)
        errors = self.check({"hugo.yaml": "baseURL: https://e.org/\n" + cascade.replace("draft: true", "type: docs"),
                             "content/a.md": "---\ntitle: a\n---\n"}, {}, "a")
        self.assertEqual(errors, "")

    def test_ignored_files_of_hugo_are_not_articles(self):
        articles = "content/posts/a.md content/posts/b.foo.md content/skip/c.md content/d.md"
        expressions = "['\\.foo\\.md$', '/skip/', '^posts/']"
        self.check({"hugo.toml": HUGO + f"ignoreFiles = {expressions}\n"}, articles, "content/posts/a.md content/d.md")
        errors = self.check({"hugo.toml": HUGO + "ignoreFiles = ['(']\n"}, articles, "", status=2)
        self.assertIn("hugo.toml: ignoreFiles: \"(\" is not a valid regular expression", errors)

    def test_disabled_languages_of_hugo_are_not_published(self):
        articles = "content/a.md content/a.ko.md content/a.de.md"
        self.check({"hugo.toml": HUGO + "[languages.en]\n[languages.ko]\ndisabled = true\n[languages.de]\n"}, articles, "content/a.md content/a.de.md")
        self.check({"hugo.toml": HUGO + "disableLanguages = ['de']\n[languages.en]\n[languages.ko]\n[languages.de]\n"},
                   articles, "content/a.md content/a.ko.md")

    def test_excluded_documents_of_docusaurus_are_not_articles(self):
        code = ("export default { themeConfig: { docs: { sidebar: { hideable: true } } }, presets: [['classic', {"
                " docs: { path: 'guide', exclude: ['internal/**', '**/*.wip.{md,mdx}'] },"
                " blog: { exclude: ['2020-*.md'] }, pages: { exclude: ['secret.md'] } }]] };\n")
        self.check({"docusaurus.config.js": code},
                   "guide/a.md guide/internal/b.md guide/x/internal/c.md guide/x/d.wip.md blog/2020-01-02-e.md blog/2021-01-02-f.md src/pages/secret.md",
                   "guide/a.md guide/x/internal/c.md blog/2021-01-02-f.md")
        errors = self.check({"docusaurus.config.js": "export default { docs: { exclude: [...hidden, 'b.md'] } };\n"}, "docs/a.md docs/b.md", "docs/a.md")
        self.assertIn("docusaurus.config.js: warning: exclude is computed", errors)

    def test_files_that_docusaurus_does_not_build_are_not_articles(self):
        versions = {"versions.json": '["2.0", "1.0"]'}
        articles = "docs/a.md versioned_docs/version-2.0/b.md versioned_docs/version-1.0/c.md blog/2020-01-01-d.md src/pages/e.md"
        for options, expected in (("docs: { onlyIncludeVersions: ['2.0'] }", "versioned_docs/version-2.0/b.md blog/2020-01-01-d.md src/pages/e.md"),
                                  ("docs: { onlyIncludeVersions: ['current', '1.0'] }, blog: false", "docs/a.md versioned_docs/version-1.0/c.md src/pages/e.md"),
                                  ("docs: { includeCurrentVersion: false }, pages: false", "versioned_docs/version-2.0/b.md versioned_docs/version-1.0/c.md blog/2020-01-01-d.md"),
                                  ("docs: false", "blog/2020-01-01-d.md src/pages/e.md")):
            with self.subTest(options):
                self.check({"docusaurus.config.js": f"export default {{ themeConfig: {{ docs: {{}} }}, {options} }};\n"} | versions, articles, expected)

    def test_a_folder_with_another_name_gets_the_preset(self):
        def urls():
            exported = programs.index(self.db, options=("--export",)).stdout.splitlines()
            return sorted(json.loads(line)["url"] for line in exported)

        self.check({"docusaurus.config.js": "export default { url: 'https://e.org', baseUrl: '/', blog: { path: 'news', routeBasePath: 'news' } };\n"},
                   "news/2020-01-02-a.md", "news/2020-01-02-a.md")
        self.assertEqual(urls(), ["https://e.org/news/2020/01/02/a"])
        self.check({"astro.config.mjs": "export default { site: 'https://e.org', srcDir: './source' };\n"},
                   "source/content/blog/My.post.md source/pages/About.md", "source/content/blog/My.post.md source/pages/About.md")
        self.assertEqual(urls(), ["https://e.org/About/", "https://e.org/blog/mypost/"])

    def test_jekyll_reads_from_its_source_and_its_folder_of_collections(self):
        configuration = {"_config.yml": "url: https://e.org\nsource: src\ncollections_dir: all\nexclude: [old]\ncollections: {guides: {output: true}}\n"}
        self.check(configuration, "a.md src/b.md src/old/c.md src/all/_posts/2020-01-01-d.md src/all/_guides/e.md src/_guides/f.md src/all/_other/g.md",
                   "src/b.md src/all/_posts/2020-01-01-d.md src/all/_guides/e.md")
        exported = [json.loads(line)["url"] for line in programs.index(self.db, options=("--export",)).stdout.splitlines()]
        self.assertEqual(sorted(exported), ["https://e.org/2020/01/01/d.html", "https://e.org/b.html", "https://e.org/guides/e.html"])

    def test_exclusions_of_jekyll_cross_folders_and_match_beginnings_of_names(self):
        self.check({"_config.yml": "exclude: ['*.wip.md', draft, old/, 'a*b/c.md']\n"},
                   "x/y/a.wip.md drafts-of-mine/b.md draft.md older/c.md old/d.md axx/b/c.md e.md", "older/c.md e.md")

    def test_mkdocs_inherits_its_configuration(self):
        self.check({"conf/base.yml": "docs_dir: pages\nexclude_docs: |\n  b.md\n", "mkdocs.yml": "INHERIT: conf/base.yml\nsite_name: x\n"},
                   "pages/a.md pages/b.md docs/c.md", "pages/a.md")
        self.check({"base.yml": "docs_dir: pages\n", "mkdocs.yml": "INHERIT: base.yml\ndocs_dir: docs\n"}, "pages/a.md docs/c.md", "docs/c.md")
        for base, reason in (({"base.yml": "a: [\n"}, "base.yml:"), ({}, "base.yml: is not a regular file"), ({"base.yml": "INHERIT: mkdocs.yml\n"}, "inherit")):
            errors = self.check({"mkdocs.yml": "INHERIT: base.yml\n"} | base, "docs/a.md", "", status=2)
            self.assertIn(reason, errors)

    def test_plugins_of_mkdocs_exclude(self):
        self.check({"mkdocs.yml": "plugins:\n  - search\n  - exclude:\n      glob: ['*.wip.md', 'old/*']\n      regex: ['.*\\.(tmp|bak)\\..*$', 'b']\n"
                    "  - exclude-search:\n      exclude: ['quiet.md', 'a.md#heading', dir/*]\n"},
                   "docs/a.md docs/x/c.wip.md docs/old/y/d.md docs/e.tmp.md docs/b.md docs/x/b.md docs/quiet.md docs/dir/f.md", "docs/a.md docs/x/b.md")

    def test_routes_of_vitepress_are_not_pages(self):
        self.check({".vitepress/config.js": "export default {};"}, "a.md packages/[pkg].md [id]-x/b.md", "a.md")

    def test_data_of_an_eleventy_folder_in_javascript_are_reported(self):
        program = {"eleventy.config.js": "export default {};", "a.md": "# A\n"}
        found, errors = self.published(program | {"posts/posts.11tydata.js": "module.exports = { permalink: false };", "posts/b.md": "# B\n"})
        self.assertEqual((found, errors), (["A"], ""))
        found, errors = self.published(program | {"posts/posts.11tydata.mjs": "export default { tags: [x] };", "posts/b.md": "# B\n"})
        self.assertIn("posts.11tydata.mjs: warning: data in JavaScript is not read", errors)

    def test_a_section_of_zola_that_is_a_draft_is_not_published(self):
        zola = {"zola.toml": "base_url = 'https://e.org'\n", "content/a.md": "+++\ntitle = 'a'\n+++\n", "content/s/t/b.md": "+++\ntitle = 'b'\n+++\n"}
        self.check(zola | {"content/s/_index.md": "+++\ndraft = true\n+++\n"}, {}, "a")
        errors = self.check(zola | {"content/s/_index.md": "+++\ndraft = true\n"}, {}, "a", status=1)
        self.assertIn("content/s/_index.md:1: warning: ", errors)

    def test_a_readme_beside_an_index_is_not_a_page_of_mkdocs(self):
        self.check({"mkdocs.yml": "site_name: x\n"}, "docs/index.md docs/README.md docs/x/README.md", "docs/index.md docs/x/README.md")

    def test_ignored_content_of_zola_is_not_an_article(self):
        self.check({"zola.toml": "base_url = 'https://e.org'\nignored_content = ['*.{wip,old}.md', 'private/**', 'x/*']\n"},
                   "content/a.md content/b.wip.md content/y/c.old.md content/private/d.md content/x/y/e.md", "content/a.md")

    def test_files_that_eleventy_ignores_are_not_articles(self):
        code = "export default (c) => { c.ignores.add('drafts/**'); c.ignores.add(\"b.md\"); c.ignores.add('./c.md'); };\n"
        self.check({"eleventy.config.js": code, ".gitignore": "local/\n"}, "a.md b.md c.md drafts/x/d.md local/e.md", "a.md")
        self.check({"eleventy.config.js": "export default (c) => { c.setUseGitIgnore(false); };", ".gitignore": "local/\n"}, "a.md local/e.md", "a.md local/e.md")
        self.check({"eleventy.config.js": "export default { dir: { input: 'src' } };\n", "src/.eleventyignore": "b.md\n"}, "src/a.md src/b.md", "src/a.md")
        errors = self.check({"eleventy.config.js": "export default (c) => { for (const f of l) c.ignores.add(f); };\n"}, "a.md", "a.md")
        self.assertIn("eleventy.config.js: warning: ignores.add is computed", errors)

    def test_an_ignore_file_of_eleventy_that_cannot_be_read_refuses_the_run(self):
        for make in (lambda path: path.mkdir(), os.mkfifo, lambda path: path.symlink_to("nowhere"), lambda path: path.write_bytes(b"\xff\n")):
            self.published({"eleventy.config.js": "export default {};\n", "a.md": "# A\n"})
            make(self.site / ".eleventyignore")
            done = programs.index(self.db, self.site)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn(f"{self.site / '.eleventyignore'}:", done.stderr)

    def test_a_site_below_the_source_is_found(self):
        vitepress = {"docs/.vitepress/config.mts": "export default { srcExclude: ['internal/**'], sitemap: { hostname: 'https://e.org' } };\n"}
        self.check(vitepress, "README.md docs/a.md docs/internal/b.md", "docs/a.md")
        exported = [json.loads(line)["url"] for line in programs.index(self.db, options=("--export",)).stdout.splitlines()]
        self.assertEqual(exported, ["https://e.org/a.html"])
        docusaurus = {"website/docusaurus.config.js": "export default { url: 'https://e.org', baseUrl: '/' };\n"}
        self.check(docusaurus, "README.md website/docs/a.md website/docs/_b.md", "website/docs/a.md")
        exported = [json.loads(line)["url"] for line in programs.index(self.db, options=("--export",)).stdout.splitlines()]
        self.assertEqual(exported, ["https://e.org/docs/a"])

    def test_unreadable_files_beside_the_configuration_are_reported(self):
        hugo = {"hugo.toml": HUGO, "content/a.md": "# A\n"}
        for name in ("languages.toml", "languages.yaml", "permalinks.toml", "cascade.yaml"):
            _, errors = self.published(hugo | {f"config/_default/{name}": "a: [\n= ="}, status=2)
            self.assertIn(f"{name}:", errors)
        _, errors = self.published({"docusaurus.config.js": "export default {};", "versions.json": "[", "docs/a.md": "# A\n"}, status=2)
        self.assertIn("versions.json:1: ", errors)
        _, errors = self.published({"_config.yml": "title: x\n", "Gemfile": b"gem 'github-pages' # \xff\n", "a.md": "---\ntitle: a\n---\n"})
        self.assertIn("Gemfile:1: warning: ", errors)

    def test_a_second_configuration_is_reported(self):
        files = {"mkdocs.yml": "site_name: x\n", "_config.yml": "title: x\n", "hugo.toml": HUGO, "docs/a.md": "# A\n", "content/b.md": "# B\n"}
        found, errors = self.published(files)
        self.assertEqual(found, ["A"])
        self.assertIn(f"{self.site / 'mkdocs.yml'}: warning: MkDocs is taken, though there are also _config.yml (Jekyll), hugo.toml (Hugo); choose with --site", errors)
        found, errors = self.published(files, options=("--site", "hugo"))
        self.assertEqual((found, errors), (["B"], ""))

    def test_a_check_reports_what_is_not_read_of_the_site(self):
        self.published({"eleventy.config.js": "export default (c) => { c.ignores.add(x); };", "a.md": "# A\n\nwords\n"})
        done = programs.index(self.db, self.site, options=("--check",))
        self.assertEqual(done.returncode, 1)
        self.assertIn("eleventy.config.js: warning: ignores.add is computed", done.stdout)

    def test_the_page_for_missing_pages_is_not_an_article(self):
        built = {"404.html": "<title>Not found</title>", "ko/404.html": "<title>없음</title>", "404/index.html": "<title>x</title>",
                 "a.html": "<title>A</title>", "blog/404.html": "<title>The number 404</title>"}
        self.assertEqual(self.published(built)[0], ["A", "The number 404"])
        found, _ = self.published({"_config.yml": "title: x\n", "lost.md": "---\npermalink: /404.html\n---\n", "a.md": "---\ntitle: a\n---\n"})
        self.assertEqual(found, ["a"])

    def test_the_last_of_two_equal_keys_of_a_configuration_counts(self):
        self.check({"_config.yml": "exclude: [a.md]\nexclude: [b.md]\n"}, "a.md b.md", "a.md")

    def test_a_configuration_that_is_not_a_map_is_refused_with_its_reason(self):
        for text, reason in (("just words\n", "a text"), ("- a\n", "a list")):
            _, errors = self.published({"mkdocs.yml": text, "docs/a.md": "# A\n"}, status=2)
            self.assertIn(f"mkdocs.yml:1: {reason} where keys are expected; write key: value lines", errors)
