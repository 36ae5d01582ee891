#pragma once

#include "core/history/run_record.h"

#include <QProcess>

#include <gtest/gtest.h>
#include <string>

namespace bw::history {

// The process that writes a frame whenever it is told to.
class ChildWriter {
public:
    explicit ChildWriter(const std::string& path) {
        m_process.start(QStringLiteral(BW_HISTORY_WRITER), {QString::fromStdString(path)});
        const QByteArray line = readLine();
        EXPECT_TRUE(line.startsWith("run ")) << line.toStdString();
        m_run = {line.mid(4).trimmed().toLongLong()};
    }
    void tellFrame() { m_process.write("\n"); }
    void writeFrame() {
        tellFrame();
        (void)readLine();
    }
    // Until the process can read what it was told.
    void flush() {
        while (m_process.bytesToWrite() > 0 && m_process.waitForBytesWritten()) {
        }
    }
    void kill() {
        m_process.kill(); // SIGKILL
        m_process.waitForFinished();
    }
    int finish() {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
        return m_process.exitCode();
    }
    [[nodiscard]] RunId run() const { return m_run; }

private:
    QByteArray readLine() {
        while (!m_process.canReadLine())
            if (!m_process.waitForReadyRead(30'000))
                return {};
        return m_process.readLine();
    }
    QProcess m_process;
    RunId m_run;
};

} // namespace bw::history
