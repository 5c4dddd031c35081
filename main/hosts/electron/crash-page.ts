/** Path of the page that is shown when the desk's page keeps crashing. */
export const CRASH_PATH = '/crash.html';

/**
 * That page. It is text in the main process and not a file of the bundle: whatever broke the desk's page must
 * not be able to break this one. It has no script and is handed no port.
 */
export const crashPage = `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<title>Lưu Thông</title>
<style>
  body { font: 18px/1.5 'Segoe UI', 'Noto Sans', sans-serif; max-width: 38rem; margin: 15vh auto; padding: 0 1rem }
  a { display: inline-block; padding: .6rem 1.2rem; border: 2px solid; border-radius: .4rem }
  [lang=en] { color: #555; font-size: 15px }
</style>
<h1>Màn hình gặp sự cố nhiều lần</h1>
<p>Các lượt đã hiện là xong vẫn được giữ trong máy. Bấm nút dưới đây để mở lại màn hình. Nếu lặp lại, tắt chương
trình rồi mở lại và báo kỹ thuật.</p>
<p><a href="/index.html" autofocus>Mở lại màn hình</a></p>
<p lang="en">The screen failed several times. Everything shown as done is kept on this computer. Open the screen
again; if it happens again, restart the program and tell technical support.</p>
</html>
`;
