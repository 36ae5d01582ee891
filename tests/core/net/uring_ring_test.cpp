#include "core/net/uring_ring.h"

#include <cerrno>
#include <gtest/gtest.h>

namespace bw::net {
namespace {

NetError errorOf(const UringAllowance& allowance) {
    const auto ring = UringRing::create(allowance);
    return ring ? NetError{} : ring.error();
}

// Whoever asks for any event loop gets epoll then.
TEST(UringRing, IsNotAvailableWhereItIsForbidden) {
    EXPECT_EQ(errorOf({.isAllowed = false}), (NetError{NetErrorKind::NotAvailable, EPERM}));
}

TEST(UringRing, IsNotAvailableOnKernelsThatLackWhatItNeeds) {
    EXPECT_EQ(errorOf({.bufferRing = false}).kind, NetErrorKind::NotAvailable);
    EXPECT_EQ(errorOf({.multishotReceive = false}).kind, NetErrorKind::NotAvailable);
}

TEST(UringRing, DoesWithoutWhatOnlyMakesItFaster) {
    if (!UringRing::create({})) {
        GTEST_SKIP() << "no io_uring here";
    }
    EXPECT_TRUE(UringRing::create({.deferredTaskRun = false}));
    EXPECT_TRUE(UringRing::create({.singleIssuer = false, .deferredTaskRun = false}));
}

TEST(UringRing, OnOlderKernelsEachSocketTakesADescriptor) {
    const auto ring = UringRing::create(kKernel61);
    if (!ring) {
        GTEST_SKIP() << "no io_uring here";
    }
    EXPECT_EQ((*ring)->directDescriptors(), 0U);
    EXPECT_FALSE((*ring)->canBind());
}

} // namespace
} // namespace bw::net
