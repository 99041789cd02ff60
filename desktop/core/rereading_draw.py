"""Which figures are re-keyed blind: a draw that nobody can foresee, and that always falls the same way.

Each rule keeps the secret seed it was first made with. Figures are ranked by a keyed hash (HMAC-SHA256, RFC
2104) of their ids, and the first of the ranking are drawn: a larger share adds figures and takes none away,
and neither switching a rule off and on nor changing its share draws others.
"""

import hmac
import secrets
from collections.abc import Collection

_SEED_BYTES = 32


def new_seed() -> str:
    """Return a seed that cannot be guessed, as hexadecimal digits."""
    return secrets.token_hex(_SEED_BYTES)


def drawn(seed: str, figure_ids: Collection[int], share: int) -> frozenset[int]:
    """Return `share` per cent of the figures, rounded up: at least one where there are any."""
    key = bytes.fromhex(seed)

    def rank(figure_id: int) -> bytes:
        return hmac.digest(key, str(figure_id).encode(), "sha256")

    count = -(-len(figure_ids) * share // 100)
    return frozenset(sorted(figure_ids, key=rank)[:count])
