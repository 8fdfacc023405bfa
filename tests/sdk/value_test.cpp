#include "facet/value.h"

#include <gmock/gmock.h>

#include <limits>

#include "message_of.h"

namespace facet {
namespace {

using ::testing::ElementsAre;

TEST(Value, KnowsItsType) {
  EXPECT_EQ(Value().type_name(), "nothing");
  EXPECT_EQ(Value(true).type_name(), "boolean");
  EXPECT_EQ(Value(3).type_name(), "integer");
  EXPECT_EQ(Value(3.0).type_name(), "number");
  EXPECT_EQ(Value("x").type_name(), "text");
  EXPECT_EQ(Value(Value::List{}).type_name(), "list");
  EXPECT_EQ(Value(Table{}).type_name(), "table");
}

TEST(Value, AnIntegerIsANumberButNotTheOtherWayRound) {
  EXPECT_EQ(Value(3).number(), 3.0);
  EXPECT_EQ(message_of([] { Value(3.5).integer(); }), "expected an integer, got 3.5");
}

TEST(Value, AnotherTypeIsAnError) {
  EXPECT_EQ(message_of([] { Value(1).boolean(); }), "expected true or false, got 1");
  EXPECT_EQ(message_of([] { Value("a").number(); }), "expected a number, got \"a\"");
  EXPECT_EQ(message_of([] { Value(true).text(); }), "expected a text, got true");
  EXPECT_EQ(message_of([] { Value(2).list(); }), "expected a list, got 2");
  EXPECT_EQ(message_of([] { Value().table(); }), "expected a table, got nothing");
}

TEST(Value, IsWrittenAsInToml) {
  EXPECT_EQ(Value(false).to_string(), "false");
  EXPECT_EQ(Value(-1).to_string(), "-1");
  EXPECT_EQ(Value(1.0).to_string(), "1.0");
  EXPECT_EQ(Value(0.1).to_string(), "0.1");
  EXPECT_EQ(Value(3e-4).to_string(), "3e-04");
  EXPECT_EQ(Value(1e300).to_string(), "1e+300");
  EXPECT_EQ(Value(-std::numeric_limits<double>::infinity()).to_string(), "-inf");
  EXPECT_EQ(Value(std::numeric_limits<double>::quiet_NaN()).to_string(), "nan");
  EXPECT_EQ(Value(Value::List{0, 8}).to_string(), "[0, 8]");
  EXPECT_EQ(Value(Value::List{}).to_string(), "[]");
  EXPECT_EQ(Value(Table{}).to_string(), "{}");
  EXPECT_EQ(Value(Table{{"name", "x"}, {"a b", 1}}).to_string(), "{ name = \"x\", \"a b\" = 1 }");
}

TEST(Value, EscapesTextAsTomlDoes) {
  EXPECT_EQ(Value("a\"b\\c\n\t\r").to_string(), "\"a\\\"b\\\\c\\n\\t\\r\"");
  EXPECT_EQ(Value("\x01\x1f").to_string(), "\"\\u0001\\u001F\"");
  EXPECT_EQ(Value("\xc3\xa4").to_string(), "\"\xc3\xa4\"");
}

TEST(Value, IsEqualByTypeAndContentNotByPlace) {
  Value here(1);
  here.where = {"run.toml", 3, 4};
  EXPECT_EQ(here, Value(1));
  EXPECT_FALSE(Value(1) == Value(1.0));
  EXPECT_FALSE(Value(1) == Value(true));
}

TEST(Table, KeepsTheOrderAndReplacesInPlace) {
  Table table{{"b", 1}, {"a", 2}};
  table.set("b", 3);
  table.set("c", 4);
  std::vector<std::string> names;
  for (const auto& [name, value] : table) names.push_back(name);
  EXPECT_THAT(names, ElementsAre("b", "a", "c"));
  EXPECT_EQ(table.find("b")->integer(), 3);
  table.erase("a");
  EXPECT_FALSE(table.contains("a"));
  EXPECT_EQ(table.find("a"), nullptr);
  EXPECT_EQ(table.size(), 2);
}

TEST(Table, IsCopiedByValue) {
  Table table{{"inner", Table{{"x", 1}}}};
  Table copy = table;
  copy.find("inner")->table().set("x", 2);
  EXPECT_EQ(table, (Table{{"inner", Table{{"x", 1}}}}));
  EXPECT_EQ(copy, (Table{{"inner", Table{{"x", 2}}}}));
}

}  // namespace
}  // namespace facet
