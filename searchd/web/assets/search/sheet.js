// SPDX-License-Identifier: GPL-2.0-or-later

/** Screens on which the style sheet shows filters in a sheet. */
const narrow = matchMedia('(max-width: 50rem)');

/** Makes the button "Filters" show them in a dialog, which a phone shows as a sheet; returns a function that closes
 *  it. The filters move into the dialog, so that they remain those of the form. */
export function filterSheet() {
  const sheet = document.getElementById('sheet');
  const filters = () => document.getElementById('filters');
  document.getElementById('open-filters').addEventListener('click', () => {
    sheet.querySelector('.sheet-body').append(filters());
    sheet.showModal();
  });
  sheet.addEventListener('close', () => document.querySelector('#search > aside').append(filters()));
  sheet.addEventListener('click', (event) => {
    if (event.target === sheet || event.target.closest('[data-close]')) sheet.close();
  });
  narrow.addEventListener('change', () => sheet.close());
  return () => sheet.close();
}
