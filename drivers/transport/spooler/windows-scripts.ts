/** Exit code of a script that broke off when the queue had begun to take the job. */
export const unknownExit = 2;

/**
 * The printers of this user and the default one. `Win32_Printer` and not `Get-Printer`, which does not say which one
 * is the default. UTF-8, or names lose their Vietnamese letters in the console's code page.
 */
export const listScript = `$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = New-Object Text.UTF8Encoding $false
ConvertTo-Json -Compress -InputObject @(Get-CimInstance Win32_Printer | Select-Object Name, Default)
`;

/**
 * Hands a file to a printer as it is, by the print spooler's own functions (winspool, `WritePrinter` with datatype
 * RAW). The other way, copying to `\\localhost\share`, needs the printer to be shared, which takes an administrator
 * and opens it to the network.
 */
export function rawScript(printer: string, path: string): string {
  return `$ErrorActionPreference = 'Stop'
Add-Type -TypeDefinition @'
using System;
using System.Runtime.InteropServices;
public static class LuuThongRaw {
  [StructLayout(LayoutKind.Sequential, CharSet = CharSet.Unicode)]
  struct DocInfo { public string Name; public string Output; public string Type; }
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern bool OpenPrinter(string name, out IntPtr printer, IntPtr defaults);
  [DllImport("winspool.drv", CharSet = CharSet.Unicode, SetLastError = true)]
  static extern int StartDocPrinter(IntPtr printer, int level, ref DocInfo info);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool StartPagePrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool WritePrinter(IntPtr printer, byte[] bytes, int count, out int written);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool EndPagePrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool EndDocPrinter(IntPtr printer);
  [DllImport("winspool.drv", SetLastError = true)]
  static extern bool ClosePrinter(IntPtr printer);
  public static int Send(string name, byte[] bytes) {
    IntPtr printer;
    if (!OpenPrinter(name, out printer, IntPtr.Zero)) return 1;
    try {
      DocInfo info = new DocInfo();
      info.Name = "Luu Thong";
      info.Type = "RAW";
      if (StartDocPrinter(printer, 1, ref info) == 0) return 1;
      int written = 0;
      bool whole = StartPagePrinter(printer)
        && WritePrinter(printer, bytes, bytes.Length, out written)
        && written == bytes.Length
        && EndPagePrinter(printer);
      return EndDocPrinter(printer) && whole ? 0 : ${unknownExit};
    } finally {
      ClosePrinter(printer);
    }
  }
}
'@
exit [LuuThongRaw]::Send(${quoted(printer)}, [IO.File]::ReadAllBytes(${quoted(path)}))
`;
}

/**
 * Prints pictures, one a page, at their true size. `System.Drawing` and not the `PrintTo` verb of PDF files, which
 * does whatever program is installed for PDF, if there is one, and says nothing when it fails.
 * @param size of the paper, in millimetres
 */
export function pagesScript(
  printer: string,
  paths: readonly string[],
  size: { readonly width: number; readonly height: number },
): string {
  return `$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Drawing
$files = @(${paths.map(quoted).join(', ')})
$width = ${hundredths(size.width)}
$height = ${hundredths(size.height)}
$document = New-Object System.Drawing.Printing.PrintDocument
$document.DocumentName = 'Luu Thong'
$document.PrinterSettings.PrinterName = ${quoted(printer)}
if (-not $document.PrinterSettings.IsValid) { exit 1 }
$document.PrintController = New-Object System.Drawing.Printing.StandardPrintController
$paper = $document.PrinterSettings.PaperSizes |
  Where-Object { [Math]::Abs($_.Width - $width) -le 4 -and [Math]::Abs($_.Height - $height) -le 4 } |
  Select-Object -First 1
if ($null -eq $paper) { $paper = New-Object System.Drawing.Printing.PaperSize('Luu Thong', $width, $height) }
$document.DefaultPageSettings.PaperSize = $paper
$script:page = 0
$document.add_PrintPage({
  param($source, $event)
  $picture = [System.Drawing.Image]::FromFile($files[$script:page])
  try {
    $settings = $event.PageSettings
    $event.Graphics.TranslateTransform(-$settings.HardMarginX, -$settings.HardMarginY)
    $event.Graphics.InterpolationMode = 'NearestNeighbor'
    $event.Graphics.DrawImage($picture, 0, 0, $width, $height)
  } finally { $picture.Dispose() }
  $script:page++
  $event.HasMorePages = $script:page -lt $files.Count
})
try { $document.Print() } catch { exit ${unknownExit} }
exit 0
`;
}

/** A text as an expression: in base64, so that no quote, `$` or line break in it can become part of the script. */
function quoted(text: string): string {
  const encoded = Buffer.from(text, 'utf8').toString('base64');
  return `[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${encoded}'))`;
}

/** `System.Drawing.Printing` measures paper in hundredths of an inch. */
function hundredths(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 100);
}
