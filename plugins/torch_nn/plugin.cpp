#include "facet/plugin.h"

#include "cross_entropy_loss.h"
#include "elementwise_losses.h"

FACET_PLUGIN(registrar) {
  registrar.add<facet::MSELoss>("nn.MSELoss", "mean squared error");
  registrar.add<facet::L1Loss>("nn.L1Loss", "mean absolute error");
  registrar.add<facet::CrossEntropyLoss>("nn.CrossEntropyLoss", "cross entropy of classes");
}
