// The embedding of bins as they come: `facet embed RUN - --stream`.
#include "apps/stream_command.h"

#include <cstring>

#include "apps/piped_stream.h"
#include "framework/run_folder/embedding_file.h"

namespace facet {
namespace {

using testing::HasSubstr;

const Words stream_of_run = {FACET_PROGRAM, "embed", "run", "-", "--stream"};

/// Of the bytes of float32.
at::Tensor tensor_of(const std::string& bytes, std::int64_t columns) {
  const at::Tensor values =
      at::empty({static_cast<std::int64_t>(bytes.size() / sizeof(float)) / columns, columns});
  std::memcpy(values.data_ptr(), bytes.data(), bytes.size());
  return values;
}

TEST_F(StreamCommand, GivesWhatEmbedGivesOfTheWholeRecording) {
  train();
  ASSERT_EQ(facet({"embed", "run", "recording.npz", "--out", "whole.npz"}).exit_code, 0);
  const at::Tensor whole = load_embedding(folder() + "/whole.npz").embedding;
  const at::Tensor bins = array("recording.npz", "neural");
  for (const char* between : {",", "\t", " ", " , "}) {
    const ProgramResult text = stream(lines_of(bins, between));
    ASSERT_EQ(text.exit_code, 0) << text.errors;
    EXPECT_TRUE(at::allclose(table_of(text.output, 4), whole, 1e-6, 1e-6));
    EXPECT_EQ(text.errors,
              "ready for rows of 6 numbers; a bin's embedding, 4 numbers, needs the 5 bins before "
              "it and the 4 after it\n");
  }
  const at::Tensor own = bins.contiguous();
  const ProgramResult binary =
      stream({static_cast<const char*>(own.data_ptr()), own.numel() * sizeof(float)}, "--binary");
  ASSERT_EQ(binary.exit_code, 0) << binary.errors;
  EXPECT_TRUE(at::allclose(tensor_of(binary.output, 4), whole, 1e-6, 1e-6));
}

TEST_F(StreamCommand, AnswersBeforeTheNextBinComes) {
  train();
  PipedStream facet(stream_of_run, folder());
  for (int bin = 0; bin < 10; ++bin) {
    EXPECT_FALSE(facet.has_more());
    facet.write("1,2,3,4,5," + std::to_string(bin) + "\n");
  }
  const std::string first = facet.read_line();
  for (int bin = 0; bin < 5; ++bin) EXPECT_EQ(facet.read_line(), first);
  for (int bin = 0; bin < 20; ++bin) {
    EXPECT_FALSE(facet.has_more());
    facet.write("1,2,3,4,5,6\n");
    EXPECT_NE(facet.read_line(), "\n");
  }
  kill(facet.id(), SIGINT);
  EXPECT_EQ(facet.wait().signal, SIGINT) << "all it has to give was given";
}

TEST_F(StreamCommand, EndsWhereNobodyReads) {
  train();
  PipedStream facet(stream_of_run, folder());
  for (int bin = 0; bin < 10; ++bin) facet.write("1,2,3,4,5,6\n");
  facet.read_line();
  facet.close_output();
  facet.write("1,2,3,4,5,6\n");
  const ProgramResult ended = facet.wait();
  EXPECT_EQ(ended.exit_code, 0) << "as docs/live.md says: " << ended.errors;
  EXPECT_THAT(ended.errors, Not(HasSubstr("cannot be written")));
}

TEST_F(StreamCommand, SaysWhichRowIsWrongAfterThoseThatWereComplete) {
  train();
  std::string right;
  for (int bin = 0; bin < 12; ++bin) right += "1,2,3,4,5,6\n";
  const std::string six = ", a bin has one for each of the 6 channels that were trained on\n";
  const std::string numbers =
      " is no number: a row is a line of numbers, separated by commas, tabs or blanks\n";
  const std::pair<const char*, std::string> wrong[] = {
      {"1,2,3\n1,2,3,4,5,6\n", "it has 3 numbers" + six},
      {"1,2,3,4,5,6,7", "it has 7 numbers" + six},
      {"\n", "it has 0 numbers" + six},
      {"1,2,three,4,5,6\n", "'three' in the place of number 3" + numbers},
      {"1,2,,4,5,6\n", "'' in the place of number 3" + numbers},
      {"1,2,3,4,5,\n", "'' in the place of number 6" + numbers},
      {"1,2,3,4,5,nan\n", "number 6 is nan: a signal must be finite"},
      {"1,2,3,4,5,1e39\n", "number 6 is inf: a signal must be finite"}};
  for (const auto& [row, message] : wrong) {
    const ProgramResult failed = stream(right + row);
    EXPECT_EQ(failed.exit_code, 1) << row;
    EXPECT_THAT(failed.errors, HasSubstr("facet: row 13: " + message));
    EXPECT_EQ(table_of(failed.output, 4).size(0), 5 + 3) << "those before the first, and its own";
  }
  const ProgramResult cut = stream(std::string(25, '\0'), "--binary");
  EXPECT_EQ(cut.exit_code, 1);
  EXPECT_THAT(cut.errors, HasSubstr("facet: row 2: the stream ends after 1 of its 24 bytes\n"));
  EXPECT_THAT(stream(std::string(100'000, '\0')).errors,
              HasSubstr("are these binary rows, which --binary reads?\n"));
}

TEST_F(StreamCommand, HasNaNWhereTheStreamIsShorterThanAWindow) {
  train();
  EXPECT_EQ(stream("").output, "");
  const ProgramResult two = stream("1,2,3,4,5,6\r\n1e-300,2,3,4,5,6");
  EXPECT_EQ(two.exit_code, 0) << two.errors;
  EXPECT_EQ(two.output, "nan,nan,nan,nan\nnan,nan,nan,nan\n");
}

}  // namespace
}  // namespace facet
