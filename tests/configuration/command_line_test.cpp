// SPDX-License-Identifier: GPL-2.0-or-later
#include "configuration/command_line.hpp"

#include "tests/catch.hpp"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace {

/// A file that goes with the test.
class File {
public:
  explicit File(std::string const& content) {
    std::string name = (std::filesystem::temp_directory_path() / "recap-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    folder_ = name;
    std::ofstream(path()) << content;
  }
  ~File() { std::filesystem::remove_all(folder_); }
  File(File const&) = delete;
  File& operator=(File const&) = delete;
  [[nodiscard]] std::string path() const { return (folder_ / "recap.toml").string(); }

private:
  std::filesystem::path folder_;
};

struct Program {
  std::string listen;
  int threads = 0;
  int threads_more = 0;
  double share = 0;
  bool quiet = false;
  std::vector<std::string> sources;
  std::string error; ///< without the name of the file

  explicit Program(std::string const& toml, std::vector<std::string> more = {}) {
    File const file(toml);
    CLI::App app;
    app.add_option("--listen", listen);
    app.add_option("--threads", threads)->check(CLI::Range(0, 256));
    app.add_option("--threads-more", threads_more)->check(CLI::Range(0, 256));
    app.add_option("--share", share);
    app.add_option("sources", sources);
    app.add_option_group("a")->add_flag("--quiet", quiet);
    recap::configuration::declare_file(app);
    std::vector<std::string> arguments{"program", "--config", file.path()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    std::vector<char const*> words;
    for (auto const& argument : arguments)
      words.push_back(argument.c_str());
    try {
      recap::configuration::parse(app, static_cast<int>(words.size()), words.data());
    } catch (CLI::ParseError const& failure) {
      error = failure.what();
      if (error.starts_with(file.path())) error.replace(0, file.path().size(), "FILE");
    }
  }
};

} // namespace

TEST_CASE("a TOML file has options by their names") {
  Program const program("# of the site\nlisten = \"C# [a], b\" # c\nthreads = 1_0\nshare = 0.5\n"
                        "quiet = true\nsources = [\n  'a',\n  'b c',\n]\n");
  CHECK(program.error.empty());
  CHECK(program.listen == "C# [a], b");
  CHECK(program.threads == 10);
  CHECK(program.share == 0.5);
  CHECK(program.quiet);
  CHECK(program.sources == std::vector<std::string>{"a", "b c"});
}

TEST_CASE("the command line counts more than the file") {
  Program const program("threads = 3\nquiet = false\n", {"--threads", "4"});
  CHECK(program.error.empty());
  CHECK(program.threads == 4);
  CHECK_FALSE(program.quiet);
}

TEST_CASE("what is wrong with the file is said with its line") {
  CHECK(Program("threads = 3\nlistn = 'x'\n").error ==
        "FILE:2: unknown option listn; --help lists the options");
  CHECK(Program("\nconfig = 'x'\n").error.starts_with("FILE:2: unknown option config"));
  CHECK(Program("\nlisten = x\n").error.starts_with("FILE:2: not TOML here: "));
  CHECK(Program("[listen]\na = 1\n").error.starts_with("FILE:1: listen takes a string"));
  CHECK(Program("sources = [['a']]\n").error.starts_with("FILE:1: sources takes a string"));
  CHECK(Program("share = 1\n\nthreads = 900\n").error.starts_with("FILE:3: --threads: "));
  CHECK(Program("threads = 'many'\n").error.starts_with("FILE:1: "));
  CHECK(Program("threads = 3\nthreads-more = 900\n").error.starts_with("FILE:2: --threads-more: "));
}

TEST_CASE("what is wrong with the command line is not said of the file") {
  CHECK(Program("threads = 3\n", {"--threads", "900"}).error.starts_with("--threads: "));
  CHECK(Program("threads = 3\n", {"--nothing"}).error.find("--nothing") != std::string::npos);
}
