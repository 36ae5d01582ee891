#pragma once

#include <QCoreApplication>

#include <memory>

namespace bw::app {

// The program's application object: with fonts when an argument names a PDF, which is painted with them, and
// without anything of a screen otherwise. Neither needs a display. The references must live as long as it.
[[nodiscard]] std::unique_ptr<QCoreApplication> makeApplication(int& argc, char** argv);

} // namespace bw::app
