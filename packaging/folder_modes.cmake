# SPDX-License-Identifier: GPL-2.0-or-later

# Run by cpack when everything is in its place. Files have modes of their own by then, folders those
# that the builder's umask left, which CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS does not overcome.
file(CHMOD_RECURSE ${CPACK_TEMPORARY_DIRECTORY} DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
