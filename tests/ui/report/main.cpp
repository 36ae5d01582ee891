#include <QGuiApplication>

#include <gtest/gtest.h>

// A PDF is painted with fonts, which Qt has only with an application, and needs no display.
int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
