// SPDX-License-Identifier: GPL-2.0-or-later

/** As wide as the style sheet shows filters in a sheet. */
const narrow = matchMedia('(max-width: 50rem)');

/** Lets the button "Filters" show them in a dialog that a phone shows as a sheet; gives a function that closes it. The
 *  filters move into it, so that they stay the ones of the form. */
export function filterSheet() {
  const sheet = document.getElementById('sheet');
  const filters = () => document.getElementById('filters');
  document.getElementById('open-filters').addEventListener('click', () => {
    sheet.querySelector('.sheet-body').append(filters());
    sheet.showModal();
  });
  sheet.addEventListener('close', () => sheet.after(filters()));
  sheet.addEventListener('click', (event) => {
    if (event.target === sheet || event.target.closest('[data-close]')) sheet.close();
  });
  narrow.addEventListener('change', () => sheet.close());
  return () => sheet.close();
}
