// Of files that pynwb wrote: data/make_files.py.
#include <ATen/Functions.h>
#include <ATen/TensorOperators.h>
#include <sys/resource.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "hdf5/nwb/shortest_endings.h"
#include "plugins/read_arrays.h"
#include "temporary_folder.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::HasSubstr;
using Json = nlohmann::json;

const std::string nwb_folder = plugin_tests() + "/hdf5/nwb/data/";

Json json_of(const std::string& name) {
  std::ifstream file(nwb_folder + name);
  return Json::parse(file);
}

FileArray array_of(const std::string& file, const std::string& array) {
  return listed("nwb", nwb_folder + file, array);
}

bool same(const at::Tensor& got, const at::Tensor& expected) {
  return got.scalar_type() == expected.scalar_type() && got.sizes() == expected.sizes() &&
         got.eq(expected)
             .logical_or(got.ne(got).logical_and(expected.ne(expected)))
             .all()
             .item<bool>();
}

std::vector<std::int64_t> lengths_of(const at::Tensor& ends) {
  std::vector<std::int64_t> lengths;
  std::int64_t last = 0;
  for (std::int64_t i = 0; i < ends.size(0); ++i) {
    lengths.push_back(ends[i].item<std::int64_t>() - last);
    last = ends[i].item<std::int64_t>();
  }
  return lengths;
}

void expect_values(const FileArray& array, const Json& item, const at::Tensor& expected) {
  if (array.is_ragged()) {
    const RaggedValues values = array.read_ragged();
    const char* lengths = item.contains("counts") ? "counts" : "lengths";
    EXPECT_THAT(lengths_of(values.ends),
                ElementsAreArray(item.at(lengths).get<std::vector<std::int64_t>>()));
    EXPECT_TRUE(same(values.values, expected));
  } else {
    EXPECT_TRUE(same(array.read(), expected));
  }
}

void expect_facts(const FileArray& array, const Json& item) {
  const ArrayFacts& facts = array.facts();
  const auto serves_as = item.at("serves_as").get<std::string>();
  EXPECT_EQ(facts.role == ArrayRole::events, serves_as == "events");
  EXPECT_EQ(facts.role == ArrayRole::samples, serves_as == "samples");
  EXPECT_EQ(facts.role == ArrayRole::intervals, serves_as.starts_with("intervals"));
  EXPECT_EQ(facts.of, serves_as.find("per ") == std::string::npos
                          ? ""
                          : array.name().substr(0, array.name().find('.')));
  if (item.contains("unit")) {
    EXPECT_EQ(facts.unit, item["unit"]);
  }
  EXPECT_EQ(facts.rate, item.value("rate", 0.));
  EXPECT_EQ(facts.start, item.value("start", 0.));
  if (serves_as == "samples" && facts.rate == 0) {
    EXPECT_EQ(facts.times, array.name() + ".timestamps");
  }
  std::vector<std::string> ids;
  for (const Json& id : item.value("ids", Json::array()))
    ids.push_back(std::to_string(id.get<int>()));
  EXPECT_EQ(facts.columns, ids);
}

void expect_array(const FileArray& array, const Json& item,
                  const std::map<std::string, at::Tensor>& values) {
  SCOPED_TRACE(array.name());
  if (item.contains("unreadable")) {
    EXPECT_THAT(array.why_unreadable(), HasSubstr(item["unreadable"].get<std::string>()));
    return;
  }
  ASSERT_EQ(array.why_unreadable(), "");
  expect_facts(array, item);
  if (item.value("type", "") == "text") {
    ASSERT_TRUE(array.is_text());
    EXPECT_EQ(texts(array), item["text"].get<std::vector<std::string>>());
    EXPECT_EQ(array.read_text().classes, item["classes"].get<std::vector<std::string>>());
  } else {
    expect_values(array, item, values.at(array.name()));
  }
}

/// All that the maker wrote is listed and read to the value.
void expect_what_pynwb_wrote(const std::string& file) {
  SCOPED_TRACE(file);
  const Json expected = json_of(file + ".expected.json");
  std::map<std::string, at::Tensor> values;
  for (const NamedTensor& array : read_npz(nwb_folder + expected["values"].get<std::string>()))
    values[array.name] = array.tensor;
  for (const Json& item : expected["arrays"])
    expect_array(array_of(file, item["name"]), item, values);
}

TEST(NwbReader, ReadsUnitsTrialsAndBehaviour) {
  expect_what_pynwb_wrote("session.nwb");
}

TEST(NwbReader, KnowsTheTimesOfSamplesThroughLinks) {
  at::Tensor stamps;
  for (const NamedTensor& array : read_npz(nwb_folder + "session.nwb.expected.npz"))
    if (array.name == "frame_times") stamps = array.tensor;
  for (const char* name : {"position", "position_pixels", "speed"}) {
    const FileArray times = array_of("session.nwb", array_of("session.nwb", name).facts().times);
    EXPECT_EQ(times.facts().role, ArrayRole::times);
    EXPECT_TRUE(same(times.read(), stamps)) << name;
  }
}

TEST(NwbReader, KnowsRatesAndAppliesConversion) {
  expect_what_pynwb_wrote("rates.nwb");
}

TEST(NwbReader, ReadsEpochsEventsIntervalSeriesAndLinkedData) {
  expect_what_pynwb_wrote("more.nwb");
  EXPECT_EQ(texts(array_of("more.nwb", "notes.data")),
            std::vector<std::string>({"start", "coughed", "end"}));
  EXPECT_EQ(array_of("more.nwb", "rewards.data").facts().of, "rewards");
  EXPECT_TRUE(same(array_of("more.nwb", "rewards.data").read(),
                   at::tensor({4., 4., 6., 4., 6.}, at::kDouble)));
}

TEST(NwbReader, TellsOfTheCellsOfASeriesInTheOrderOfItsRois) {
  expect_what_pynwb_wrote("ophys.nwb");
}

TEST(NwbReader, FollowsLinksIntoOtherFiles) {
  expect_what_pynwb_wrote("linked.nwb");
}

TEST(NwbReader, SaysWhatALinkLacks) {
  const TemporaryFolder here;
  std::filesystem::copy(nwb_folder + "linked.nwb", here.path() + "/linked.nwb");
  EXPECT_EQ(listed("nwb", here.path() + "/linked.nwb", "F").why_unreadable(),
            "cannot be read: its 'data' is a link to "
            "'/processing/ophys/Fluorescence/RoiResponseSeries/data' in the file ophys.nwb, which "
            "is not there: bring that file to the place of this one");
}

TEST(NwbReader, TakesAnIndexOfAnyType) {
  for (const char* type : {"u1", "u4", "u8", "i8"})
    expect_what_pynwb_wrote(std::string("index_") + type + ".nwb");
}

TEST(NwbReader, ReadsOtherStructuresOfHdf5) {
  expect_what_pynwb_wrote("latest.nwb");
}

TEST(NwbReader, ReadsFactorsOfChannelsAndNamesWhatIsTwice) {
  expect_what_pynwb_wrote("channels.nwb");
}

TEST(NwbReader, ReadsSomeRows) {
  const FileArray scaled = array_of("rates.nwb", "lfp"), trials = array_of("session.nwb", "trials"),
                  outcome = array_of("session.nwb", "position");
  for (const FileArray& array : {scaled, trials, outcome})
    EXPECT_TRUE(same(array.read_rows({3, 7}), array.read().slice(0, 3, 7))) << array.name();
}

TEST(NwbReader, ReadsTheSpikesOfSomeUnitsAlone) {
  const FileArray units = array_of("session.nwb", "units");
  const RaggedValues all = units.read_ragged(), some = units.read_ragged({4, 6});
  EXPECT_THAT(lengths_of(some.ends), ElementsAre(142, 86));
  EXPECT_TRUE(same(some.values, all.values.slice(0, all.ends[3].item<std::int64_t>(),
                                                 all.ends[5].item<std::int64_t>())));
  EXPECT_EQ(units.read_ragged({5, 5}).values.size(0), 0);
  // the only spike that is none is of another unit
  EXPECT_THAT(lengths_of(array_of("nan_spike.nwb", "units").read_ragged({1, 5}).ends),
              ElementsAre(20, 20, 0, 20));
}

TEST(NwbReader, SaysWhatIsWrongWithSpikes) {
  const Json mistakes = json_of("mistakes.json");
  for (const auto& [file, what] : mistakes.items()) {
    const FileArray units = array_of(file, "units");
    if (what.get<std::string>().starts_with("read"))
      EXPECT_EQ(units.read_ragged().values.size(0), 80) << file;
    else
      EXPECT_THAT(error_of([&] { units.read_ragged(); }),
                  testing::AllOf(testing::StartsWith(nwb_folder + file + ": 'units' "),
                                 testing::EndsWith(what.get<std::string>())));
  }
}

// 108000000 x 384 int16 of which nothing is written.
TEST(NwbReader, LeavesWhatNobodyAsksFor) {
  const auto peak_kib = [] {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
  };
  const auto before = peak_kib();
  expect_what_pynwb_wrote("raw80gb.nwb");
  const FileArray raw = array_of("raw80gb.nwb", "raw");
  EXPECT_THAT(raw.shape(), ElementsAre(108000000, 384));
  EXPECT_EQ(raw.type(), at::kDouble);
  EXPECT_EQ(raw.facts().rate, 30000);
  EXPECT_THAT(error_of([&] { raw.read_rows({0, 10}); }), HasSubstr("'raw' was never written"));
  EXPECT_LT(peak_kib() - before, 16 << 10);
}

TEST(NwbReader, RefusesWhatIsNoNwbFileAndSaysWhatToDo) {
  EXPECT_THAT(refusal_of("nwb", nwb_folder + "version1.nwb"),
              HasSubstr("is of NWB version 1: write it as version 2"));
  EXPECT_THAT(refusal_of("nwb", plugin_tests() + "/hdf5/data/recording.h5"),
              HasSubstr("is no NWB file, its root has no attribute nwb_version"));
  const TemporaryFolder here;
  std::ofstream(here.path() + "/.zgroup") << "{}";
  EXPECT_THAT(refusal_of("nwb", here.path()), HasSubstr("is a Zarr folder"));
}

TEST(ShortestEndings, AreThoseThatNoOtherPathHas) {
  EXPECT_THAT(nwb::shortest_endings({"a/left/pupil", "a/right/pupil", "units", "old/units", "b"}),
              ElementsAre("left/pupil", "right/pupil", "units", "old/units", "b"));
}

}  // namespace
}  // namespace facet
