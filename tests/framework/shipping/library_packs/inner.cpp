double inner_value() {
  return 0.5;
}
