// TOML with the place of every value, and written back.
#include <gtest/gtest.h>

#include <limits>

#include "framework/toml/toml_reader.h"
#include "framework/toml/toml_writer.h"
#include "message_of.h"
#include "temporary_folder.h"

namespace facet {
namespace {

std::string place(const Value& value) {
  return value.where.file + ":" + std::to_string(value.where.line) + ":" +
         std::to_string(value.where.column);
}

TEST(TomlReader, KeepsOrderTypesAndPlaces) {
  const Table table = parse_toml("zebra = 1\n[a]\nx = 2.5\ny = [true,\n     \"text\"]\n", "f.toml");
  EXPECT_EQ(table.begin()->first, "zebra");
  EXPECT_TRUE(table.find("zebra")->is_integer());
  EXPECT_EQ(place(*table.find("zebra")), "f.toml:1:9");
  const Table& a = table.find("a")->table();
  EXPECT_DOUBLE_EQ(a.find("x")->number(), 2.5);
  EXPECT_TRUE(a.find("y")->list()[0].boolean());
  EXPECT_EQ(a.find("y")->list()[1].text(), "text");
  EXPECT_EQ(place(a.find("y")->list()[1]), "f.toml:5:6");
}

TEST(TomlReader, SaysWhereTextIsNotToml) {
  EXPECT_EQ(message_of([] { parse_toml("a = 1\nb = = 2\n", "f.toml"); }).substr(0, 24),
            "f.toml:2:5: is not TOML:");
  EXPECT_EQ(message_of([] { parse_toml("a = 2020-01-01\n", "f.toml"); }),
            "f.toml:1:5: dates and times are not used here; quote it to make a text");
}

TEST(TomlReader, ReadsNothingThatIsNoFile) {
  EXPECT_EQ(message_of([] { read_toml("/dev/zero"); }), "/dev/zero: is a device, not a file");
}

TEST(TomlReader, HasBoundsThatNoConfigReaches) {
  std::string many_keys, deep = "a = ", dotted = "a";
  for (int i = 0; i < 100000; ++i) many_keys += "key" + std::to_string(i) + " = 1\n";
  for (int i = 0; i < 100; ++i) deep += '[';
  for (int i = 0; i < 100; ++i) deep += ']';
  for (int i = 0; i < 10000; ++i) dotted += ".a";
  EXPECT_EQ(message_of([&] { parse_toml(many_keys, "f.toml"); }),
            "f.toml:1:1: has 100000 keys in one table; at most 1000 are read");
  EXPECT_EQ(message_of([&] { parse_toml(deep, "f.toml"); }),
            "f.toml:1:38: lies deeper than 32 levels of tables and lists");
  EXPECT_NE(message_of([&] { parse_toml(dotted + " = 1", "f.toml"); }), "");
  EXPECT_EQ(message_of([&] { parse_toml(std::string(17 << 20, '#'), "f.toml"); }),
            "f.toml: is longer than 16 MiB, and so no config");
}

TEST(TomlReader, SaysWhyAFileCannotBeRead) {
  const TemporaryFolder folder;
  EXPECT_EQ(message_of([&] { read_toml(folder.path() + "/absent.toml"); }),
            folder.path() + "/absent.toml: cannot be read: No such file or directory");
  EXPECT_EQ(message_of([&] { read_toml(folder.path()); }),
            folder.path() + ": is a folder, not a file");
}

TEST(TomlReader, SingleValueStandsAtTheGivenPlace) {
  const auto value = parse_toml_value("{ name = \"Adam\", lr = [1, 2] }", {"--set", 0, 0});
  ASSERT_TRUE(value);
  EXPECT_EQ(value->table().find("lr")->list()[1].where.file, "--set");
  EXPECT_FALSE(parse_toml_value("cuda:1", {}));
  EXPECT_FALSE(parse_toml_value("1\nother = 2", {}));
}

TEST(TomlWriter, WritesSectionsAndKeepsInnerTablesOnALine) {
  const Table table{{"data", Table{{"file", "a \"b\".npz"}, {"trials", Value()}}},
                    {"objective", Value::List{Table{{"slice", Value::List{0, 8}},
                                                    {"loss", Table{{"name", "InfoNCE"}}}},
                                              Table{{"slice", Value::List{4, 8}}}}}};
  EXPECT_EQ(write_toml(table),
            "[data]\n"
            "file = \"a \\\"b\\\".npz\"\n"
            "\n"
            "[[objective]]\n"
            "slice = [0, 8]\n"
            "loss = { name = \"InfoNCE\" }\n"
            "\n"
            "[[objective]]\n"
            "slice = [4, 8]\n");
}

TEST(TomlWriter, WhatItWritesReadsBackTheSame) {
  const double inf = std::numeric_limits<double>::infinity();
  const Table table{{"a key", true},
                    {"numbers", Value::List{0.1, 1e-300, 3e-4, 1.0, -inf}},
                    {"text", "tab\t, line\n, \\ and \xc3\xa9"},
                    {"large", std::numeric_limits<std::int64_t>::max()},
                    {"empty", Value::List{}},
                    {"section", Table{{"inner", Table{{"deep", Table{{"x", 1}}}}}}}};
  EXPECT_EQ(parse_toml(write_toml(table), "f.toml"), table);
}

}  // namespace
}  // namespace facet
