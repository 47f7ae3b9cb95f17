"""The vault: what a citizen keeps, locked with a key of their own.

The keys lie in a database apart, so that no backup of the data opens anything; a key that was destroyed opens nothing
any more, in older backups of the data neither.
"""

from minplan.vault.box import Box
from minplan.vault.keys import box, destroy, is_kept, new_box, prepare
from minplan.vault.renewing import Keys, count, renew

__all__ = ["Box", "Keys", "box", "count", "destroy", "is_kept", "new_box", "prepare", "renew"]
