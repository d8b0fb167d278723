import 'i18next';
import type brief from './en/brief.json';
import type en from './en/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'lines';
    resources: typeof en & { brief: typeof brief };
    enableSelector: false;
  }
}
