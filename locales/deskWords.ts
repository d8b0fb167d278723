import { createInstance } from 'i18next';
import enBrief from './en/brief.json' with { type: 'json' };
import enFields from './en/fields.json' with { type: 'json' };
import ruBrief from './ru/brief.json' with { type: 'json' };
import ruFields from './ru/fields.json' with { type: 'json' };

/** The languages coordinators read (R103). */
export const deskLanguages = ['ru', 'en'] as const;
export type DeskLanguage = (typeof deskLanguages)[number];

const instance = createInstance();
await instance.init({
  resources: { en: { brief: enBrief, fields: enFields }, ru: { brief: ruBrief, fields: ruFields } },
  ns: ['brief', 'fields'],
  defaultNS: 'brief',
  lng: 'ru',
  fallbackLng: false,
  interpolation: { escapeValue: false },
});

const fixed = { en: instance.getFixedT('en', ['brief', 'fields']), ru: instance.getFixedT('ru', ['brief', 'fields']) };

/** The wordings of the desk: `deskWords('ru')('brief:title', …)`. */
export const deskWords = (language: DeskLanguage) => fixed[language];
