#include "structure/public_declarations.h"

#include <gmock/gmock.h>

namespace facet {
namespace {

/// The one declaration of a header that is made up here.
PublicDeclaration only(const std::string& text) {
  const auto found = public_declarations("#pragma once\nnamespace facet {\n" + text + "\n}\n");
  EXPECT_EQ(found.size(), 1U) << text;
  return found.empty() ? PublicDeclaration() : found[0];
}

TEST(PublicDeclarations, OfClassesTellWhetherTheyHaveCode) {
  for (const char* body :
       {"void f();", "explicit A(int x = 0);", "static int f(std::vector<int> a = {});",
        "virtual ~A() = default;", "int f() const override { return 1; }", "int operator[](int i);",
        "private: std::vector<int> f(int x) const;", "struct B { void f(); };",
        "A() : a_(1), b_{2} {} void f() const;"})
    EXPECT_TRUE(only("class A {" + std::string(body) + "};").has_code) << body;
  for (const char* body :
       {"", "int x = f(1);", "std::function<void(int)> f;", "A() = default; A(const A&) = delete;",
        "int f() const { return x; }", "template <class T> void f(T t);", "using F = int(int);",
        "friend int f(A);", "static void describe(auto& o) { o.add(1).above(0); }",
        "A() : a_(1), b_{2} {}", "std::vector<int> x = {}; // void f();",
        "int x; /* and\n * void f(); */"})
    EXPECT_FALSE(only("class A {" + std::string(body) + "\n};").has_code) << body;
}

TEST(PublicDeclarations, OfFunctionsAreThoseWithoutABody) {
  EXPECT_EQ(only("std::vector<int> f(std::function<int()> a,\n  int b = {});").name, "f");
  EXPECT_TRUE(only("at::Tensor f();").has_code);
  for (const char* text : {"inline int f() { return 1; }", "template <class T> T f(T t);",
                           "class A;", "using F = std::function<int(int)>;", "enum class E { a };"})
    EXPECT_THAT(public_declarations(text), testing::IsEmpty()) << text;
}

TEST(PublicDeclarations, TellWhetherTheyCarryTheMacro) {
  EXPECT_EQ(only("class FACET_API A : public B { void f(); };").name, "A");
  EXPECT_TRUE(only("class FACET_API A : public B { void f(); };").exported);
  EXPECT_FALSE(only("class A final : public B { void f(); };").exported);
  EXPECT_EQ(only("struct A final { void f(); };").name, "A");
  EXPECT_TRUE(only("FACET_API std::string f(int x);").exported);
  EXPECT_FALSE(only("std::string f(int x);").exported);
}

}  // namespace
}  // namespace facet
