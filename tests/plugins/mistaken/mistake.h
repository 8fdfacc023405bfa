#pragma once

#include <ATen/Functions.h>
#include <ATen/core/grad_mode.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <locale>
#include <new>
#include <stdexcept>
#include <string>

#include "facet/error.h"
#include "facet/options.h"

/// What a mistaken component does, and in which of its calls.
struct Mistake {
  std::string does = "nothing";
  std::int64_t at = 1;  ///< the call, counted from 1

  static void describe(auto& options) {
    options.add("does", &Mistake::does, "what goes wrong");
    options.add("at", &Mistake::at, "in which call");
  }
};

inline int overflow_the_stack(int depth) {
  volatile char room[4096];
  room[0] = static_cast<char>(depth);
  return depth < 0 ? 0 : overflow_the_stack(depth + 1) + room[0];
}

inline void write_to_nowhere() {
  volatile std::uintptr_t nowhere = 8;  // volatile: the compiler must not see what it is
  *reinterpret_cast<volatile int*>(nowhere) = 1;
}

/// A thousand is 1.000 in it.
struct Grouped : std::numpunct<char> {
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\\3"; }
};

inline void multiply_what_does_not_fit() noexcept {
  at::ones({2, 3}).matmul(at::ones({2, 3}));
}

/// What can go wrong anywhere.
inline void make(const std::string& mistake) {
  if (mistake == "error") throw facet::Error("no licence");
  if (mistake == "runtime_error") throw std::runtime_error("out of paper");
  if (mistake == "no_message") throw std::runtime_error("");
  if (mistake == "bad_alloc") throw std::bad_alloc();
  if (mistake == "long_message") throw std::runtime_error(std::string(1000000, 'x'));
  if (mistake == "int") throw 42;
  if (mistake == "text") throw "a text";
  if (mistake == "exit") std::exit(0);
  if (mistake == "quick_exit") std::quick_exit(0);
  if (mistake == "_exit") ::_exit(0);
  if (mistake == "_Exit") std::_Exit(0);
  if (mistake == "abort") std::abort();
  if (mistake == "noexcept") multiply_what_does_not_fit();
  if (mistake == "fork") ::fork();
  if (mistake == "segfault") write_to_nowhere();
  if (mistake == "fpe") ::raise(SIGFPE);
  if (mistake == "stack") overflow_the_stack(1);
  if (mistake == "forever") {
    std::fputs("never returns\n", stderr);
    for (;;) ::pause();
  }
  if (mistake == "locale") std::locale::global(std::locale(std::locale(), new Grouped));
  if (mistake == "default_type") c10::set_default_dtype(caffe2::TypeMeta::Make<double>());
  if (mistake == "alarm") ::raise(SIGALRM);
  if (mistake == "print") {
    std::cout << "printed by std::cout\n" << std::flush;
    std::puts("printed by puts");
    std::fflush(stdout);
  }
}

/// Counts calls and makes the mistake in the one that was asked for.
class Mistakes {
 public:
  explicit Mistakes(const Mistake& mistake, std::int64_t first_call = 1)
      : mistake_(mistake), calls_(first_call - 1) {}
  /// Whether this is the call; what can go wrong anywhere has gone wrong then.
  bool now() const {
    if (++calls_ != mistake_.at) return false;
    make(mistake_.does);
    return true;
  }
  bool now(const std::string& mistake) const { return is_now_ && mistake_.does == mistake; }
  /// For components that look at the mistake several times in a call. Counted are those in which
  /// gradients are recorded, so those of the training. Of models and losses call 0 is that which
  /// looks at the first batch.
  void begin_call() const { is_now_ = at::GradMode::is_enabled() && now(); }

 private:
  Mistake mistake_;
  mutable std::int64_t calls_;
  mutable bool is_now_ = false;
};
