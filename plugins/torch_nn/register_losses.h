#pragma once

#include "facet/registrar.h"

// The losses of torch.nn under their names there, by what they compare.
namespace facet {

void register_regression_losses(Registrar& registrar);  ///< numbers by their distance
void register_likelihood_losses(Registrar& registrar);  ///< parameters of a distribution
void register_class_losses(Registrar& registrar);       ///< scores of classes
void register_binary_losses(Registrar& registrar);      ///< scores of yes or no
void register_pair_losses(Registrar& registrar);        ///< with a second label

}  // namespace facet
