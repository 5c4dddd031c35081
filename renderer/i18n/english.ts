type OneForms<T> = {
  readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]: string;
};

/** The same keys with other words, and a singular beside every plural: Vietnamese has one form, English two. */
export type English<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : English<T[K]>;
} & OneForms<T>;
