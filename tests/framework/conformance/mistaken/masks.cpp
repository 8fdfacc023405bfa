// Masks, which have no other checks than those of all kinds, each with one mistake (see
// criterions.cpp): what the process shares is changed.
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/full.h>
#include <ATen/ops/ones.h>
#include <c10/core/DefaultDtype.h>
#include <fcntl.h>
#include <unistd.h>

#include <cfenv>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <thread>

#include "facet/mask.h"
#include "facet/plugin.h"

namespace {

using facet::WindowShape;

/// Keeps all; right, but for what `mistake` does first.
template <void (*mistake)()>
struct All : facet::Mask {
  at::Tensor keep(const WindowShape&, facet::Random&) const override {
    mistake();
    return at::ones({1}, at::kFloat);
  }
};

void nothing() {}
void set_default_type() {
  c10::set_default_dtype(caffe2::TypeMeta::Make<double>());
}
void switch_gradients_off() {
  at::GradMode::set_enabled(false);
}
void set_threads() {
  if (at::get_num_threads() != 3) at::set_num_threads(3);
}
void seed() {
  at::manual_seed(7);
}
void set_locale() {
  std::setlocale(LC_ALL, "C.UTF-8");
}
void ignore_interrupts() {
  std::signal(SIGINT, SIG_IGN);
}
void go_to_root() {
  if (::chdir("/") != 0) std::abort();
}
void round_upwards() {
  std::fesetround(FE_UPWARD);
}
void leave_a_file_open() {
  if (::open("/dev/zero", O_RDONLY) < 0) return;
}
void close_stdin() {
  ::close(STDIN_FILENO);
}
void set_a_variable() {
  ::setenv("OMP_NUM_THREADS", "64", 1);
}
void leak() {
  static std::vector<std::vector<double>> all;
  all.emplace_back(100);
}
void leak_a_little() {
  static std::vector<double> all;
  all.push_back(1);
}
void keep_a_thread() {
  static const bool started = [] {
    std::thread([] {
      while (true) ::pause();
    }).detach();
    return true;
  }();
  static_cast<void>(started);
}
void end_at_exit() {
  static const bool registered = std::atexit([] { ::_exit(3); }) == 0;
  static_cast<void>(registered);
}
void abort_at_exit() {
  struct Aborts {
    ~Aborts() { std::abort(); }
  };
  static const Aborts aborts;
}
void leave_a_process() {
  if (::fork() != 0) return;
  while (true) ::pause();
}
void come_back_twice() {
  if (::fork() < 0) std::abort();
}
void write_a_file() {
  std::ofstream("dropped.txt") << "here";
}
void throw_late() {
  throw std::runtime_error("too late");
}

/// Registers when it is used, which no look at the file can find.
void register_an_operator() {
  static const auto kept = c10::Dispatcher::singleton().registerDef(
      c10::FunctionSchema("lab::twice", "", {}, {}), "a mask");
}

struct DependsOnHowManyThereWere : facet::Mask {
  DependsOnHowManyThereWere() { ++number; }
  at::Tensor keep(const WindowShape&, facet::Random&) const override {
    return at::full({1}, number % 2, at::kFloat);
  }
  static inline int number = 0;
};

struct Halves : facet::Mask {
  at::Tensor keep(const WindowShape&, facet::Random&) const override {
    return at::full({1}, 0.5, at::kFloat);
  }
};

struct NeverBack : facet::Mask {
  at::Tensor keep(const WindowShape& shape, facet::Random&) const override {
    while (shape.num_windows == 1) ::pause();
    return at::ones({1}, at::kFloat);
  }
};

struct EndsTheProcess : facet::Mask {
  at::Tensor keep(const WindowShape& shape, facet::Random&) const override {
    if (shape.num_windows == 1) std::exit(0);
    return at::ones({1}, at::kFloat);
  }
};

/// What it leaks is not a matter of how often it is used.
struct LeaksWhenMade : All<nothing> {
  LeaksWhenMade() { new std::vector<char>(100000); }
};

struct EndsWhenMade : All<nothing> {
  EndsWhenMade() { std::exit(3); }
};

struct ThrowsAtItsEnd : All<nothing> {
  ~ThrowsAtItsEnd() override { throw_late(); }
};

struct Portion {
  double portion = 0.5;
  static void describe(facet::OptionsDescription<Portion>& options) {
    options.add("portion", &Portion::portion, "of the neurons").at_least(0).at_most(1);
  }
};

struct ErrorWithoutName : All<nothing> {
  using Options = Portion;
  explicit ErrorWithoutName(const Options& options) {
    if (options.portion == 1) throw facet::Error("nothing would be left");
  }
};

struct OtherException : ErrorWithoutName {
  explicit OtherException(const Options& options) : ErrorWithoutName(Options{}) {
    if (options.portion == 1) throw std::invalid_argument("portion");
  }
};

struct Undocumented : All<nothing> {
  struct Options {
    double portion = 0.5;
    static void describe(facet::OptionsDescription<Options>& options) {
      options.add("portion", &Options::portion, "");
    }
  };
  explicit Undocumented(const Options&) {}
};

}  // namespace

FACET_PLUGIN(registrar) {
  registrar.add<All<set_default_type>>("default_type.set", "sets the default type");
  registrar.add<All<switch_gradients_off>>("gradient_mode.off", "switches gradients off");
  registrar.add<All<set_threads>>("thread_count.more", "asks for more threads");
  registrar.add<All<seed>>("generator.seeded", "seeds the global generator");
  registrar.add<All<register_an_operator>>("operators.late", "registers an operator when used");
  registrar.add<All<set_locale>>("locale.set", "sets the locale");
  registrar.add<All<ignore_interrupts>>("signals.ignored", "ignores Ctrl-C");
  registrar.add<All<go_to_root>>("folder.root", "changes the working folder");
  registrar.add<All<round_upwards>>("arithmetic.upwards", "rounds upwards");
  registrar.add<All<leave_a_file_open>>("descriptors.open", "leaves a file open");
  registrar.add<All<close_stdin>>("descriptors.closed", "closes stdin");
  registrar.add<All<set_a_variable>>("variables.set", "sets an environment variable");
  registrar.add<All<leak>>("memory.leak", "keeps more with every call");
  registrar.add<All<leak_a_little>>("memory.a_little", "keeps eight bytes with every call");
  registrar.add<LeaksWhenMade>("memory.made", "keeps more with every one that is made");
  registrar.add<All<keep_a_thread>>("threads.kept", "keeps a thread for good");
  registrar.add<All<leave_a_process>>("processes.left", "leaves a process behind");
  registrar.add<All<end_at_exit>>("exit.ended", "ends the program while it ends");
  registrar.add<All<abort_at_exit>>("exit.aborted", "a static object ends the program");
  registrar.add<All<write_a_file>>("folder.file", "drops a file");
  registrar.add<All<come_back_twice>>("usable.forks", "forks, and both come back");
  registrar.add<EndsWhenMade>("usable.made", "its constructor ends the process");
  registrar.add<ThrowsAtItsEnd>("usable.destroyed", "its destructor throws");
  registrar.add<DependsOnHowManyThereWere>("deterministic.count", "counts how many there were");
  registrar.add<Halves>("kept.halves", "keeps halves");
  registrar.add<NeverBack>("kept.never_back", "never comes back for one window");
  registrar.add<EndsTheProcess>("kept.exit", "ends the process for one window");
  registrar.add<ErrorWithoutName>("options.unnamed", "an error that does not name the option");
  registrar.add<OtherException>("errors.other", "an exception of the standard library");
  registrar.add<Undocumented>("documented.not", "says nothing of its option");
}
