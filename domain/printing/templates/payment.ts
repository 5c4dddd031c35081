/** PHIẾU THU, PHIẾU CHI and their provisional forms: paper of the library itself, beside what the law wants (docs). */
export const paymentTemplate = `= * {{library}}
= ~ {{address}}
# PHIẾU {{#refund}}CHI{{/refund}}{{^refund}}THU{{/refund}}{{#provisional}} TẠM{{/provisional}}
= Số {{receipt}}
{{#reversed}}
# ĐÃ HỦY
{{/reversed}}
{{at}} || {{desk}}
{{#reader}}
{{#refund}}Người nhận{{/refund}}{{^refund}}Người nộp{{/refund}} || {{name}}
Số thẻ || {{card}}
{{/reader}}
---
{{#lines}}
{{no}}. {{ledger}}{{#what}} · {{what}}{{/what}} || {{amount}}
{{title}}
~ {{legalAct}}
{{/lines}}
---
* Tổng cộng || {{total}}
Bằng chữ: {{words}}
{{#cash}}
Hình thức || Tiền mặt
{{#tendered}}
Khách đưa || {{tendered}}
Trả lại || {{change}}
{{/tendered}}
{{/cash}}
{{#transfer}}
Hình thức || Chuyển khoản
Mã chuyển khoản || {{bill}}
{{#reported}}
* Khách báo đã chuyển. Thư viện sẽ đối chiếu với ngân hàng.
{{/reported}}
{{#bounced}}
* Ngân hàng chưa nhận được tiền.
{{/bounced}}
{{/transfer}}
{{#provisional}}
~ Phiếu tạm: số chính thức có khi nối được máy chủ tỉnh.
{{/provisional}}
{{#confirmed}}
~ Tỉnh đã xác nhận.
{{/confirmed}}
{{^confirmed}}
~ Đã ghi ở quầy; tỉnh nhận sau.
{{/confirmed}}

{{#refund}}Người nhận tiền{{/refund}}{{^refund}}Người nộp tiền{{/refund}} || {{#refund}}Người chi tiền{{/refund}}{{^refund}}Người thu tiền{{/refund}}



[barcode] {{number}}
`;
