#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace facet {

/// The name of this machine.
std::string own_host();

/// This machine's own address on the way to a host where a program listens; waits until it does.
/// Throws Error where nobody does in time, or the host is not known.
std::string address_towards(const std::string& host, std::uint16_t port,
                            std::chrono::milliseconds time);

/// The same on the way to an address, whether somebody listens there or not.
std::string address_on_route_to(const std::string& address);

/// Whether no other machine can reach it.
bool is_loopback(const std::string& address);

}  // namespace facet
