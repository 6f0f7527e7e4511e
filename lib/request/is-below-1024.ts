/** Whether the digits of a whole number are less than 1024: fewer than four digits, or four that start accordingly. */
export type IsBelow1024<Digits extends string> =
  Digits extends `${infer _1}${infer _2}${infer _3}${infer _4}${infer Rest}`
    ? Rest extends ''
      ? Digits extends `10${'0' | '1'}${string}` | `102${'0' | '1' | '2' | '3'}`
        ? true
        : false
      : false
    : true;
