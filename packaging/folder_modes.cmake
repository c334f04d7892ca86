# SPDX-License-Identifier: GPL-2.0-or-later

# cpack runs this after installing. Files have explicit modes, but folders have those of the builder's
# umask, which CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS does not override.
file(CHMOD_RECURSE ${CPACK_TEMPORARY_DIRECTORY} DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
