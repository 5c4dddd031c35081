/** `--import`ed into a process, its workers included, whose clock shall show FAULT_DAYS_AGO days less. */
const shift = Number(process.env.FAULT_DAYS_AGO) * 86_400_000;
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [RealDate.now() - shift] : args));
  }
  static now() {
    return RealDate.now() - shift;
  }
};
