double inner_value();

/// VALUE, and half more where there is the other library.
double helper_value() {
#ifdef WITH_INNER
  return VALUE + inner_value();
#else
  return VALUE;
#endif
}
