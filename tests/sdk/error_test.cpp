#include "facet/error.h"

#include <gmock/gmock.h>

#include "message_of.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string text_of(const Location& where, const std::string& key, const std::string& what) {
  Problems problems;
  problems.add(where, key, what);
  return to_string(problems.all().front());
}

TEST(Problem, SaysFileLineColumnKeyAndWhatIsWrong) {
  EXPECT_EQ(text_of({"run.toml", 12, 15}, "objective[0].loss.temperature", "must be > 0, got -1"),
            "run.toml:12:15: objective[0].loss.temperature must be > 0, got -1");
}

TEST(Problem, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(text_of({}, "lr", "is missing"), "lr is missing");
  EXPECT_EQ(text_of({"run.toml"}, "", "is empty"), "run.toml: is empty");
}

TEST(Problems, ThrowsNothingWhenThereAreNone) {
  EXPECT_NO_THROW(Problems().throw_if_any());
}

TEST(Problems, ThrowsAllInTheOrderOfTheirPlaces) {
  Problems problems;
  problems.add({"b.toml", 1, 1}, "third", "is wrong");
  problems.add({"a.toml", 7, 2}, "second", "is wrong");
  problems.add({"a.toml", 7, 1}, "first", "is wrong");
  EXPECT_EQ(message_of([&] { problems.throw_if_any(); }),
            "a.toml:7:1: first is wrong\n"
            "a.toml:7:2: second is wrong\n"
            "b.toml:1:1: third is wrong");
  EXPECT_EQ(problems.all()[0].key, "third") << "the order in which they were found is kept";
}

TEST(Problems, AddsThoseOfOthers) {
  Problems mine, others;
  mine.add({}, "a", "is wrong");
  others.add({}, "b", "is wrong");
  mine.add(others);
  EXPECT_EQ(message_of([&] { mine.throw_if_any(); }), "a is wrong\nb is wrong");
}

TEST(Problems, AttemptKeepsTheProblemsOfAnOptionsError) {
  Problems problems, inner;
  inner.add({"run.toml", 3, 1}, "lr", "is wrong");
  EXPECT_FALSE(problems.attempt({}, "optimizer", [&] { inner.throw_if_any(); }));
  EXPECT_EQ(to_string(problems.all().at(0)), "run.toml:3:1: lr is wrong");
}

TEST(Problems, AttemptPutsAnyOtherErrorUnderItsKey) {
  Problems problems;
  EXPECT_FALSE(problems.attempt({"run.toml", 4, 2}, "model", [] { throw Error("no memory"); }));
  EXPECT_EQ(to_string(problems.all().at(0)), "run.toml:4:2: model cannot be used: no memory");
  EXPECT_TRUE(problems.attempt({}, "model", [] {}));
  EXPECT_EQ(problems.all().size(), 1);
}

TEST(NearestNames, AreThoseFewEditsAway) {
  const std::vector<std::string> names = {"temperature", "min_temperature", "weight"};
  EXPECT_THAT(nearest_names("temprature", names), ElementsAre("temperature"));
  EXPECT_THAT(nearest_names("wieght", names), ElementsAre("weight"));
  EXPECT_THAT(nearest_names("steps", names), IsEmpty());
}

TEST(NearestNames, AreThoseThatHoldTheNameWhateverTheCase) {
  EXPECT_THAT(nearest_names("infonce", {"NCE", "InfoNCE", "FixedCosineInfoNCE"}),
              ElementsAre("InfoNCE", "FixedCosineInfoNCE"));
}

TEST(NearestNames, AreThreeAtMost) {
  EXPECT_THAT(nearest_names("abcd", {"abcdxx", "abcdx", "abcd1", "abcd2"}),
              ElementsAre("abcdx", "abcd1", "abcd2"));
}

TEST(DidYouMean, ListsThemAsASentenceDoes) {
  EXPECT_EQ(did_you_mean("x", {}), "");
  EXPECT_EQ(did_you_mean("lrr", {"lr"}), ", did you mean 'lr'?");
  EXPECT_EQ(did_you_mean("abc", {"abcd", "abce"}), ", did you mean 'abcd' or 'abce'?");
  EXPECT_EQ(did_you_mean("abc", {"abcd", "abce", "abcf"}),
            ", did you mean 'abcd', 'abce' or 'abcf'?");
}

}  // namespace
}  // namespace facet
