#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace bw::bench {

// What a program did and what it cost.
struct Outcome {
    int exitCode = -1; // -1: it did not end by itself
    std::string output;
    double cpuSeconds = 0;    // of the whole process, the kernel's part included
    double peakMegabytes = 0; // resident
};

// A program on one processor, killed when this one ends or the object goes.
class Child {
public:
    Child(const std::vector<std::string>& command, int processor);
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child();

    // Reads what it prints until `word` stands there; false when it ended before.
    [[nodiscard]] bool waitFor(const std::string& word);
    [[nodiscard]] const std::string& output() const { return m_output; }
    // Used so far, the kernel's part included.
    [[nodiscard]] double cpuSeconds() const;
    // To its end.
    [[nodiscard]] Outcome wait();

private:
    [[nodiscard]] bool readMore();

    pid_t m_pid = -1;
    int m_out = -1;
    std::string m_output;
};

[[nodiscard]] Outcome run(const std::vector<std::string>& command, int processor);

// The path of a program on PATH; empty when there is none.
[[nodiscard]] std::string findProgram(const std::string& name);

} // namespace bw::bench
