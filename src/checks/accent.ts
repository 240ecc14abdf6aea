/** The colour of a site can be read on both of its grounds. */
import { contrast, legible } from '#lib/contrast.ts';
import { grounds, leastContrast, themes } from '#model/theme.ts';
import type { Check, Found } from './check.ts';

export const accent: Check = {
  id: 'accent',
  rules: [
    {
      id: 'theme/contrast',
      severity: 'error',
      why: {
        zh: '链接、代码和记号都用这个颜色：对比度不到 4.5，视力弱的人和在太阳底下看手机的人就看不清。',
        en: 'Links, code and marks have this colour: below a contrast of 4.5 they cannot be read by weak eyes, or on a phone in the sun.',
      },
      example: {
        bad: "theme: { accent: { light: '#f08a68', dark: '#f08a68' } }",
        good: "theme: { accent: { light: '#a8321b', dark: '#f08a68' } }",
      },
    },
  ],
  find({ edition: { site }, settings }) {
    return themes.flatMap((theme): Found[] => {
      const colour = site.config.theme.accent[theme];
      const { mark } = grounds[theme];
      const ratio = contrast(colour, mark);
      if (ratio >= leastContrast) return [];
      const shown = (Math.floor(ratio * 10) / 10).toFixed(1);
      const instead = legible(colour, mark, leastContrast);
      return [{
        ...settings(['theme', 'accent', theme]),
        rule: 'theme/contrast',
        message: { zh: `"${colour}" 在底色 ${mark} 上的对比度只有 ${shown}，不到 ${leastContrast}。`, en: `"${colour}" has a contrast of only ${shown} on ${mark}, less than ${leastContrast}.` },
        hint: { zh: `改成 '${instead}'，或另一个${theme === 'light' ? '更深' : '更浅'}的颜色。`, en: `Write '${instead}', or another ${theme === 'light' ? 'darker' : 'lighter'} colour.` },
      }];
    });
  },
};
