#include <ATen/TensorOperators.h>

#include "facet/npz.h"
#include "plugins/copied_folder.h"
#include "plugins/read_arrays.h"
#include "plugins/write_npy.h"

namespace facet {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// Folders of Kilosort 2 and 4: data/make_files.py.
const std::string phy_data = plugin_tests() + "/phy/data/";
const std::string kilosort2 = phy_data + "kilosort2", kilosort4 = phy_data + "kilosort4";

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const FileArray& array : make<Reader>("phy")->list(folder)) names.push_back(array.name());
  return names;
}

std::map<std::string, at::Tensor> written(const std::string& folder) {
  std::map<std::string, at::Tensor> arrays;
  for (const NamedTensor& array : read_npz(folder + ".expected.npz"))
    arrays[array.name] = array.tensor;
  return arrays;
}

/// Why the array of a folder cannot be read; empty: it can.
std::string why_unreadable(const std::string& folder, const std::string& name) {
  return listed("phy", folder, name).why_unreadable();
}

TEST(PhyReader, GivesTheTimesOfEachClusterInSeconds) {
  for (const std::string& folder : {kilosort2, kilosort4}) {
    const FileArray spikes = listed("phy", folder, "spikes");
    EXPECT_EQ(spikes.facts().role, ArrayRole::events);
    EXPECT_THAT(spikes.facts().columns,
                ElementsAre("2", "3", "5", "7", "11", "13", "17", "19", "23", "29", "31", "37"));
    EXPECT_THAT(spikes.shape(), ElementsAre(12));
    const auto expected = written(folder);
    const RaggedValues values = spikes.read_ragged();
    EXPECT_TRUE(values.values.equal(expected.at("spikes"))) << folder;
    EXPECT_TRUE(values.ends.equal(expected.at("ends"))) << folder;
  }
}

TEST(PhyReader, ReadsSomeClustersAlone) {
  const auto expected = written(kilosort4);
  const at::Tensor ends = expected.at("ends");
  const RaggedValues some = listed("phy", kilosort4, "spikes").read_ragged({3, 5});
  const auto begin = ends[2].item<std::int64_t>();
  EXPECT_TRUE(
      some.values.equal(expected.at("spikes").slice(0, begin, ends[4].item<std::int64_t>())));
  EXPECT_TRUE(some.ends.equal(ends.slice(0, 3, 5) - begin));
}

TEST(PhyReader, GivesTheColumnsOfTheTablesARowForEachCluster) {
  EXPECT_THAT(names_in(kilosort2),
              ElementsAre("spikes", "cluster_id", "ContamPct", "KSLabel", "group"));
  EXPECT_THAT(names_in(kilosort4), ElementsAre("spikes", "cluster_id", "ContamPct", "KSLabel",
                                               "group", "ch", "depth", "region"))
      << "cluster_info has the others, too";
  const auto expected = written(kilosort4);
  for (const std::string name : {"cluster_id", "ContamPct", "depth", "ch"}) {
    const FileArray column = listed("phy", kilosort4, name);
    EXPECT_EQ(column.facts().of, "spikes");
    EXPECT_EQ(column.type(), expected.at(name).scalar_type()) << name;
    EXPECT_TRUE(column.read().equal(expected.at(name))) << name;
  }
  const FileArray region = listed("phy", kilosort4, "region");
  EXPECT_EQ(region.facts().of, "spikes");
  EXPECT_THAT(texts(region), ElementsAre("CA1", "CA1", "CA1", "CA1", "CA3", "CA3", "CA3", "CA3",
                                         "CA1", "CA1", "CA3", "CA3"));
}

TEST(PhyReader, TellsOfClustersThatNobodyJudged) {
  const FileArray group = listed("phy", kilosort2, "group");
  const auto warnings = warnings_of([&] {
    EXPECT_THAT(texts(group), ElementsAre("good", "good", "mua", "good", "good", "good", "noise",
                                          "good", "mua", "good", "good", "unsorted"));
  });
  EXPECT_THAT(warnings, ElementsAre(EndsWith("kilosort2: 1 of 12 clusters have no 'group': they "
                                             "are 'unsorted'")));
  EXPECT_THAT(warnings_of([] { make<Reader>("phy")->list(kilosort2); }), IsEmpty())
      << "nobody asks for the group";
}

TEST(PhyReader, TellsThatTheGroupIsTheSortersWord) {
  EXPECT_THAT(warnings_of([] { listed("phy", kilosort4, "group").read_text(); }),
              ElementsAre(HasSubstr("'group' is 'KSLabel' for each cluster")));
}

TEST(PhyReader, TakesTheSampleRateOfTheOptionBeforeThatOfTheFile) {
  const CopiedFolder folder(kilosort2);
  folder.remove("params.py");
  const auto reader = make<Reader>("phy", {{"sample_rate", 15000.0}});
  for (const std::string& path : {folder.path(), kilosort2}) {
    const at::Tensor times = reader->list(path)[0].read_ragged().values;
    EXPECT_TRUE(times.equal(written(kilosort2).at("spikes") * 2)) << path;
  }
}

TEST(PhyReader, SaysWhyParamsGiveNoSampleRate) {
  const CopiedFolder folder(kilosort2);
  const auto why = [&](const std::string& params) {
    folder.write("params.py", params);
    const std::string reason = why_unreadable(folder.path(), "spikes");
    EXPECT_THAT(reason, EndsWith("; say it by the reader's option, reader = { name = \"phy\", "
                                 "sample_rate = 30000 }"));
    return reason.substr(0, reason.find(';'));
  };
  EXPECT_EQ(why("dtype = 'int16'\n"),
            "has no sample rate: params.py has no line `sample_rate = NUMBER`");
  EXPECT_EQ(why("sample_rate = 30000.\nsample_rate = 20000.\n"),
            "has no sample rate: params.py has several lines `sample_rate = NUMBER`");
  EXPECT_EQ(why("sample_rate = 30"),
            "has no sample rate: params.py ends within its line `sample_rate = NUMBER`");
  for (const char* code : {"sample_rate = get_rate()\n", "sample_rate = 3e4 * 2\n",
                           "sample_rate = -1\n", "sample_rate = inf\n", "sample_rate =\n"})
    EXPECT_EQ(why(code),
              "has no sample rate: params.py gives `sample_rate` something else than a "
              "number of Hz")
        << code;
  folder.remove("params.py");
  EXPECT_THAT(why_unreadable(folder.path(), "spikes"),
              HasSubstr("there is no params.py that can be read"));
  EXPECT_EQ(why_unreadable(folder.path(), "group"), "") << "it needs no clock";
}

TEST(PhyReader, TakesTheSampleRateInAnySpelling) {
  const CopiedFolder folder(kilosort2);
  for (const char* line :
       {"sample_rate = 30000", "sample_rate=3e4 # Hz", "  sample_rate\t= 30000.0\r"}) {
    folder.write("params.py",
                 std::string("old_sample_rate = 1\nsample_rate == 2\n# sample_rate = 3\n") + line +
                     "\nhp_filtered = True\n");
    EXPECT_TRUE(listed("phy", folder.path(), "spikes")
                    .read_ragged()
                    .values.equal(written(kilosort2).at("spikes")))
        << line;
  }
}

TEST(PhyReader, TakesTemplatesWhereThereAreNoClusters) {
  const CopiedFolder folder(kilosort4);
  folder.remove("spike_clusters.npy");
  EXPECT_THAT(listed("phy", folder.path(), "spikes").facts().columns, ElementsAre("1", "2", "3"))
      << "a cluster, all of them primes, modulo 4: see make_files.py";
  folder.remove("spike_templates.npy");
  EXPECT_EQ(
      refusal_of("phy", folder.path()),
      ": has neither spike_clusters.npy nor spike_templates.npy, which say of which cluster a "
      "spike is");
}

TEST(PhyReader, RefusesFilesThatDoNotFitTogether) {
  const CopiedFolder folder(kilosort4);
  const std::string clusters = folder.file("spike_clusters.npy");
  write_npy<std::int32_t>(clusters, "<i4", "(2,)", {1, 2});
  EXPECT_EQ(refusal_of("phy", folder.path()),
            "/spike_times.npy: has 438 spikes, but " + clusters + " has 2");
  write_npy<std::int32_t>(clusters, "<i4", "(2, 2)", {1, 2, 3, 4});
  EXPECT_EQ(refusal_of("phy", folder.path()),
            "/spike_clusters.npy: is 2 x 2, it must be a number a spike");
  write_npy<double>(clusters, "<f8", "(438,)", std::vector<double>(438, 1));
  EXPECT_EQ(refusal_of("phy", folder.path()),
            "/spike_clusters.npy: is of type Double, clusters are integers");
}

TEST(PhyReader, RefusesTimesInSecondsAndFoldersWithoutSpikes) {
  const CopiedFolder folder(kilosort4);
  write_npy<std::int32_t>(folder.file("spike_clusters.npy"), "<i4", "(3,)", {1, 2, 1});
  write_npy<double>(folder.file("spike_times.npy"), "<f8", "(3,)", {4, 10.5, 11});
  EXPECT_EQ(without(folder.path(),
                    error_of([&] { listed("phy", folder.path(), "spikes").read_ragged(); })),
            "/spike_times.npy: counts in samples, which are whole numbers, but spike 1 is at 10.5");
  write_npy<double>(folder.file("spike_times.npy"), "<f8", "(3,)", {4, 10, 11});
  EXPECT_TRUE(listed("phy", folder.path(), "spikes")
                  .read_ragged()
                  .values.equal(at::tensor({4.0, 11.0, 10.0}, at::kDouble) / 24414.0625))
      << "MATLAB's numbers may be whole ones of any type";
  write_npy<std::int32_t>(folder.file("spike_clusters.npy"), "<i4", "(0,)", {});
  write_npy<double>(folder.file("spike_times.npy"), "<f8", "(0,)", {});
  EXPECT_EQ(refusal_of("phy", folder.path()), "/spike_times.npy: has no spikes");
}

TEST(PhyReader, RefusesWhatIsNoFolderOfPhy) {
  const TemporaryFolder folder;
  EXPECT_THAT(refusal_of("phy", folder.path()),
              HasSubstr("/spike_times.npy: cannot be read: No such"));
  EXPECT_THAT(refusal_of("phy", kilosort4 + "/params.py"),
              HasSubstr("/spike_times.npy: cannot be read: Not a directory"));
}

TEST(PhyReader, NamesWhatIsWrongWithATableWhereItIsAskedFor) {
  const CopiedFolder folder(kilosort4);
  const auto why = [&](const std::string& table) {
    folder.write("cluster_group.tsv", table);
    return why_unreadable(folder.path(), "group");
  };
  EXPECT_EQ(why("cluster_id\tgroup\n2\tgood\n3\tgo"),
            "cannot be read: cluster_group.tsv: ends within a line: it was cut, or its last line "
            "needs a line break");
  EXPECT_EQ(why(""), "cannot be read: cluster_group.tsv: is empty");
  EXPECT_EQ(why("\n"), "cannot be read: cluster_group.tsv: has no names of columns");
  EXPECT_EQ(why("unit\tgroup\n2\tgood\n"),
            "cannot be read: cluster_group.tsv: has no column `cluster_id`");
  EXPECT_EQ(why("cluster_id\tgroup\n2\tgood\n3\n"),
            "cannot be read: cluster_group.tsv: row 3 has 1 cells, the first row names 2 columns");
  EXPECT_EQ(
      why("cluster_id\tgroup\n2\tgood\nthree\tmua\n"),
      "cannot be read: cluster_group.tsv: row 3 is of the cluster 'three', which is no number");
  EXPECT_EQ(why("cluster_id\tgroup\n2\tgood\n2\tmua\n"),
            "cannot be read: cluster_group.tsv: row 3 is the second one of cluster 2");
  EXPECT_EQ(why("cluster_id\tgroup\n2\t\"good\n"),
            "cannot be read: cluster_group.tsv: row 2 has a quotation mark that is not closed, or "
            "stands within a cell");
  EXPECT_EQ(why("cluster_id\tgroup\n2\tgut\xFC\n"),
            "has bytes that are not UTF-8 in the cell 'gut?'");
  EXPECT_EQ(why_unreadable(folder.path(), "spikes"), "");
}

TEST(PhyReader, TakesNoColumnOfTwoTables) {
  const CopiedFolder folder(kilosort4);
  folder.write("cluster_group.csv", "cluster_id,group\n2,mua\n");
  EXPECT_EQ(why_unreadable(folder.path(), "group"),
            "is a column of cluster_group.csv and of cluster_group.tsv: remove the one that is not "
            "meant");
}

TEST(PhyReader, TakesCommasQuotesAndWhatIsMissing) {
  const CopiedFolder folder(kilosort2);
  folder.write("cluster_notes.csv", "id,notes,snr\r\n3,\"drifts, late\",2.5\r\n99,gone,1\r\n");
  folder.write("cluster_empty.tsv", "cluster_id\tempty\n99\tgone\n");
  EXPECT_THAT(texts(listed("phy", folder.path(), "notes")),
              ElementsAre("", "drifts, late", "", "", "", "", "", "", "", "", "", ""));
  const at::Tensor snr = listed("phy", folder.path(), "snr").read();
  EXPECT_EQ(snr.scalar_type(), at::kDouble);
  EXPECT_EQ(snr[1].item<double>(), 2.5);
  EXPECT_EQ(snr.isnan().sum().item<std::int64_t>(), 11);
  EXPECT_EQ(why_unreadable(folder.path(), "empty"), "says nothing of any cluster that has spikes");
}

}  // namespace
}  // namespace facet
