"""The vault: what a citizen keeps, locked with a key of their own.

The keys lie in a database apart, so that no backup of the data opens anything; a key that was destroyed opens nothing
any more, in older backups of the data neither.
"""

from minplan.vault.box import Box
from minplan.vault.keys import box, destroy, is_kept, new_box, prepare

__all__ = ["Box", "box", "destroy", "is_kept", "new_box", "prepare"]
