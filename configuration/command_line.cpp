// SPDX-License-Identifier: GPL-2.0-or-later
#include "configuration/command_line.hpp"

#include "configuration/toml_scalar.hpp"

#include <CLI/CLI.hpp>
#include <toml++/toml.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace recap::configuration {
namespace {

/// Parser for the file of --config. CLI11's own parser treats a quoted `#` as a comment, and
/// reports no line numbers.
class TomlFile : public CLI::ConfigTOML {
public:
  explicit TomlFile(CLI::App const& app)
      : app_(app) {}

  std::vector<CLI::ConfigItem> from_config(std::istream& input) const override {
    rows_.clear();
    name_ = app_.get_config_ptr()->results().back();
    std::vector<CLI::ConfigItem> found;
    try {
      for (auto const& [key, node] : toml::parse(input))
        found.push_back(read(key, node));
    } catch (toml::parse_error const& error) {
      fail(error.source().begin.line, "not TOML here: " + std::string(error.description()));
    }
    return found;
  }

  /// Adds the place to `error`, if it is about a value of this file.
  void place(CLI::ParseError const& error) const {
    std::string_view const message = error.what();
    for (auto const& [item, line] : rows_) {
      std::string const option = "--" + item.name;
      auto const at = message.find(option);
      if (at == std::string_view::npos) continue;
      auto const rest = message.substr(at + option.size());
      bool const whole = rest.starts_with(':') || rest.starts_with(' ');
      // Other values come from the command line, which overrides the file.
      if (whole && app_.get_option(option)->results() == item.inputs) fail(line, error.what());
    }
  }

private:
  struct Row {
    CLI::ConfigItem item;
    std::size_t line;
  };

  CLI::ConfigItem read(toml::key const& key, toml::node const& node) const {
    CLI::ConfigItem item;
    item.name = std::string(key.str());
    auto const line = key.source().begin.line;
    auto const* option = app_.get_option_no_throw("--" + item.name);
    if (option == nullptr) option = app_.get_option_no_throw(item.name);
    if (option == nullptr || !option->get_configurable())
      fail(line, "unknown option " + item.name + "; --help lists the options");
    std::string const refusal =
        item.name + " takes a string, a number, true, false, or a list of these";
    if (auto const* const list = node.as_array()) {
      for (auto const& value : *list) {
        auto text = scalar_text(value);
        if (!text) fail(line, refusal);
        item.inputs.push_back(std::move(*text));
      }
    } else {
      auto text = scalar_text(node);
      if (!text) fail(line, refusal);
      item.inputs.push_back(std::move(*text));
    }
    rows_.push_back({item, line});
    return item;
  }

  [[noreturn]] void fail(std::size_t line, std::string const& reason) const {
    throw CLI::ConfigError(name_ + ':' + std::to_string(line) + ": " + reason,
                           CLI::ExitCodes::ConfigError);
  }

  CLI::App const& app_;
  // mutable, because CLI11 reads through a const function.
  mutable std::string name_;
  mutable std::vector<Row> rows_;
};

} // namespace

void declare_file(CLI::App& app) {
  app.set_config("--config", "", "TOML file with these options by name");
  app.allow_config_extras(CLI::config_extras_mode::error);
  app.config_formatter(std::make_shared<TomlFile>(app));
}

void parse(CLI::App& app, int count, char const* const* arguments) {
  try {
    app.parse(count, arguments);
  } catch (CLI::ParseError const& error) {
    auto const file = std::dynamic_pointer_cast<TomlFile>(app.get_config_formatter());
    bool const about_a_value =
        error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ValidationError) ||
        error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ConversionError);
    if (file && about_a_value) file->place(error);
    throw;
  }
}

} // namespace recap::configuration
