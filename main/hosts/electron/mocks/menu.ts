/** `Menu`, of which the shell only removes the application's. */
export class MockMenu {
  static applicationMenu: object | null = { items: ['File', 'Edit', 'View'] };

  static setApplicationMenu(menu: object | null): void {
    MockMenu.applicationMenu = menu;
  }
}
