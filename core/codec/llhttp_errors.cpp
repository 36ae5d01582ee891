#include "core/codec/llhttp_errors.h"

namespace bw::codec {

Http1Error fromLlhttp(llhttp_errno_t error) {
    switch (error) {
    case HPE_INVALID_VERSION:
    case HPE_PAUSED_H2_UPGRADE:
        return Http1Error::InvalidVersion;
    case HPE_INVALID_STATUS:
        return Http1Error::InvalidStatus;
    case HPE_INVALID_METHOD:
    case HPE_INVALID_URL:
    case HPE_INVALID_CONSTANT:
        return Http1Error::InvalidStartLine;
    case HPE_INVALID_CONTENT_LENGTH:
    case HPE_UNEXPECTED_CONTENT_LENGTH:
        return Http1Error::InvalidContentLength;
    case HPE_INVALID_TRANSFER_ENCODING:
        return Http1Error::InvalidTransferEncoding;
    case HPE_INVALID_CHUNK_SIZE:
        return Http1Error::InvalidChunk;
    case HPE_INVALID_EOF_STATE:
        return Http1Error::UnexpectedEof;
    default:
        return Http1Error::InvalidHeader;
    }
}

} // namespace bw::codec
