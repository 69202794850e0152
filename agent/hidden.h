/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Included before everything in the agent: what is only declared is hidden,
 * too, so that no address goes through a table that would need relocation.
 */
#pragma GCC visibility push(hidden)
