#include "facet/plugin.h"

#include "register_losses.h"

FACET_PLUGIN(registrar) {
  facet::register_regression_losses(registrar);
  facet::register_likelihood_losses(registrar);
  facet::register_class_losses(registrar);
  facet::register_binary_losses(registrar);
  facet::register_pair_losses(registrar);
}
