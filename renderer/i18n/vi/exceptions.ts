/** What facts disagree about: the worklist, and what can be said to have been done. */
export const exceptionWords = {
  exceptions: {
    title: 'Việc cần xem',
    count_other: '{{count}} việc cần xem',
    story_other: '{{count}} việc cần người xem: ghi nhận của các quầy chưa khớp nhau.',
    see: 'Xem danh sách',
    open: 'Đang chờ',
    resolved: 'Đã xử lý',
    help: 'Mọi ghi nhận đều được giữ nguyên. Xem hai bên, làm việc cần làm, rồi ghi đã xử lý.',
    none: 'Không có việc nào đang chờ',
    noneHelp:
      'Khi các quầy ghi nhận khác nhau về cùng một tài liệu, bạn đọc hay khoản tiền, việc hiện ở đây.',
    noneResolved: 'Hai tuần qua chưa xử lý việc nào.',
    lacking: 'Cần quyền “xử lý việc cần xem” để ghi đã xử lý. Nhờ người có quyền.',
    unknownCopy: 'Bản chưa có trong danh mục',
    facts: 'Các ghi nhận',
    missing: 'Thiếu lượt số {{numbers}} trong sổ của trạm, ngay cạnh ghi nhận trên.',
    here: 'quầy này',
    place: '{{desk}} · {{library}}',
    forReader: 'cho {{name}} ({{card}})',
    forUnknownReader: 'cho bạn đọc trạm này chưa biết',
    barcode: 'bản {{barcode}}',
    due: 'hạn trả {{date}}',
    amount: 'số tiền {{amount}}',
    deskTime: 'lúc {{time}} theo đồng hồ quầy',
    corrected: 'giờ đúng {{time}}',
    openItem: 'Xem bản này',
    openReader: 'Mở hồ sơ {{name}}',
    openMoney: 'Khoản thu của {{name}}',
    resolve: 'Đã xử lý…',
    how: 'Đã xử lý thế nào?',
    suggested: 'gợi ý',
    note: 'Ghi chú (không bắt buộc)',
    save: 'Ghi đã xử lý',
    done: 'Đã ghi. Việc khép lại ở mọi quầy khi đồng bộ.',
    unsent: 'chờ gửi',
    unsentHelp: 'Tỉnh chưa xác nhận; các quầy khác chưa thấy',
    rule: {
      'double-loan': 'Một bản được cho mượn hai lần',
      'unknown-loan': 'Trả hoặc gia hạn một lượt mượn mà tỉnh không biết',
      'renewed-after-return': 'Gia hạn một lượt mượn đã trả',
      'returned-other-loan': 'Bản được trả theo một lượt mượn cũ khi người khác đang mượn',
      'moved-while-on-loan': 'Bản đang có người mượn mà được chuyển chỗ hoặc đánh dấu',
      'blocked-patron-borrowed': 'Bạn đọc bị khóa thẻ vẫn mượn được',
      'unknown-item': 'Một bản mà tỉnh chưa có trong mục lục',
      'unknown-patron': 'Cho mượn một bạn đọc mà tỉnh chưa biết',
      'hold-trapped-elsewhere': 'Hai bản được giữ cho cùng một lượt đặt',
      'receipt-number-twice': 'Hai biên lai mang cùng một số',
      'charge-paid-twice': 'Một khoản được thu hai lần',
      'over-limit': 'Bạn đọc mượn quá số lượng',
      'policy-superseded': 'Một trạm cho mượn theo chính sách cũ',
      'clock-suspect': 'Đồng hồ của một trạm sai hơn năm phút',
      'unreadable-fact': 'Trạm gửi một mục mà tỉnh chưa đọc được',
      'fact-id-reused': 'Hai mục khác nhau mang cùng một mã',
      'station-forked': 'Dữ liệu của một trạm đã bị sao chép sang máy khác',
      'journal-damaged': 'Sổ của một trạm bị hỏng một đoạn',
      other: 'Việc mà phiên bản này chưa biết ({{rule}})',
    },
    advice: {
      'double-loan':
        'Hai quầy không biết việc của nhau. Người mượn sau được coi là đang giữ. Hỏi cả hai bạn đọc xem ai giữ tài liệu, rồi ghi trả lượt của người kia.',
      'unknown-loan':
        'Lượt mượn đó chưa bao giờ đến tỉnh: có thể ở một máy đã hỏng. Tài liệu được coi là ở thư viện. Hỏi bạn đọc nếu cần.',
      'renewed-after-return':
        'Tài liệu đã được trả trước khi gia hạn nên lượt gia hạn không còn hiệu lực. Báo bạn đọc nếu họ tưởng vẫn đang mượn.',
      'returned-other-loan':
        'Tài liệu ở quầy nên lượt đang mượn đã được khép. Nếu bạn đọc đó vẫn giữ một bản khác, ghi mượn lại bản đúng.',
      'moved-while-on-loan':
        'Lượt mượn vẫn mở. Nếu tài liệu ở thư viện thì ghi trả; nếu bạn đọc đang giữ thì không cần làm gì.',
      'blocked-patron-borrowed':
        'Quầy cho mượn chưa biết thẻ đã bị khóa. Báo bạn đọc, hoặc mở khóa nếu đã giải quyết.',
      'unknown-item':
        'Các lượt của bản này vẫn được giữ. Nhờ biên mục bổ sung bản, hoặc đối chiếu lại số ĐKCB trên tài liệu.',
      'unknown-patron':
        'Hồ sơ bạn đọc chỉ có ở trạm cho mượn. Xem thẻ của bạn đọc và đăng ký lại nếu cần; lượt mượn vẫn còn.',
      'hold-trapped-elsewhere':
        'Một bản nằm trên giá giữ mà không ai chờ. Lấy bản ghi sau xuống, quét lại để biết nó đi đâu.',
      'receipt-number-twice':
        'Dữ liệu của trạm bị sao chép và cả hai máy cùng cấp số. Lượt thu trước giữ số; thu hồi biên lai kia, cấp số mới.',
      'charge-paid-twice': 'Hai quầy đều đã thu. Trả lại phần thu thừa cho bạn đọc.',
      'over-limit':
        'Hai quầy không biết lượt của nhau nên cộng lại vượt mức. Các lượt mượn vẫn có hiệu lực. Báo bạn đọc trả bớt nếu cần.',
      'policy-superseded':
        'Quầy chưa nhận được chính sách mới. Hạn trả đã hứa vẫn giữ nguyên. Xem có cần báo bạn đọc không.',
      'clock-suspect':
        'Lượt của trạm này được xếp theo giờ máy chủ. Chỉnh đồng hồ máy trạm, bật tự cập nhật giờ.',
      'unreadable-fact':
        'Mục được giữ nguyên văn và sẽ được đọc khi máy chủ lên phiên bản mới. Báo quản trị tỉnh nếu còn lặp lại.',
      'fact-id-reused': 'Mục sau nằm trong sổ của trạm, chưa tính. Báo quản trị tỉnh.',
      'station-forked':
        'Không mất lượt nào. Chỉ giữ một máy dùng dữ liệu này; máy kia ghi danh lại thành trạm mới.',
      'journal-damaged':
        'Phần đọc được đã gửi về tỉnh. Đối chiếu phiếu giấy của hôm đó và ghi lại những lượt còn thiếu.',
      other: 'Xem hai bên rồi ghi đã xử lý, hoặc chờ bản cập nhật của phần mềm.',
    },
    kind: {
      'loan-checked-out': 'Ghi mượn',
      'loan-returned': 'Ghi trả',
      'loan-renewed': 'Gia hạn',
      'loan-due-changed': 'Đổi hạn trả',
      'item-marked': 'Ghi tình trạng',
      'transit-sent': 'Chuyển đi',
      'transit-received': 'Nhận chuyển đến',
      'hold-placed': 'Đặt mượn',
      'hold-trapped': 'Đặt lên giá giữ',
      'hold-ended': 'Kết thúc lượt đặt',
      'payment-taken': 'Thu tiền',
      'station-forked': 'Trạm chạy tiếp từ bản sao',
      'journal-damaged': 'Trạm mở sổ mới',
    },
    resolution: {
      'last-has-it': 'Người mượn sau đang giữ tài liệu',
      'first-has-it': 'Người mượn trước đang giữ tài liệu',
      corrected: 'Đã ghi lượt khác để sửa cho đúng',
      'reader-told': 'Đã báo bạn đọc',
      'money-given-back': 'Đã trả lại tiền thu thừa',
      'receipt-replaced': 'Đã thu hồi biên lai và cấp số mới',
      'clock-set': 'Đã chỉnh đồng hồ máy trạm',
      'copy-retired': 'Đã ngừng dùng bản sao dữ liệu',
      'as-it-should-be': 'Đã xem, không cần sửa gì',
    },
  },
} as const;
