// SPDX-License-Identifier: GPL-2.0-or-later
#include "searchd/http/exchange.hpp"

#include <utility>

namespace recap::http {

Exchange::Exchange(Incoming& incoming, std::string client, RequestIds& ids)
    : client_(std::move(client))
    , method_(incoming.is_head      ? "HEAD"
              : incoming.is_options ? "OPTIONS"
                                    : incoming.request.method)
    , target_(incoming.request.target)
    , id_(ids.of(incoming.request.extension_fields))
    , begin_(Clock::now()) {
  incoming.request.id = id_;
}

void Exchange::tell(OnAnswered const& on_answered, unsigned status, std::size_t body_bytes) const {
  if (!on_answered) return;
  auto const took = Clock::now() - begin_;
  on_answered({.client = client_,
               .method = method_,
               .target = target_,
               .id = id_,
               .status = status,
               .body_bytes = body_bytes,
               .took = std::chrono::duration_cast<std::chrono::microseconds>(took)});
}

} // namespace recap::http
