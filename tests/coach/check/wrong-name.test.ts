import { describe, expect, it } from 'vitest';
import { check, rulesOf } from './situation.ts';

const REST =
  "thanks for the tour of the mill on Tuesday. I'm the new miller and would like to stay in touch.";

describe('the wrong-name check', () => {
  it.each([
    ['Hi Kate,', 'Katherine Doyle'],
    ['Hi Katherine,', 'Kate Doyle'],
    ['Hi Bob,', 'Robert Mensah'],
    ['Hi Sasha,', 'Oleksandr Koval'],
    ['Hi Ben,', 'Benjamin Ito'],
    ['Hi Joerg,', 'Jörg Haas'],
    ['Hi Jose,', 'José Ruiz'],
    ['Dear Mr. Haas,', 'Jürgen Haas'],
    ['Dear Dr Vermeulen,', 'Dr. Ilse Vermeulen'],
    ['Dear Prof. Dr. Ruiz,', 'Ana Belén Ruiz'],
    ['Hallo Frau Krüger,', 'Sabine Krüger'],
    ['Szanowna Pani Agato,', 'Agata Lis'],
    ['Ahoj Petře,', 'Petr Novák'],
    ['Hi Wale,', 'Adewale Fashola'],
    ['Hi Lupe,', 'Guadalupe Ortiz'],
    ['Hi Basti,', 'Sebastian Kurz'],
    ['Hi Lexi,', 'Alexandra Wolff'],
    ['Hi Chuma,', 'Chukwuma Obi'],
    ['Ahoj Honzo,', 'Jan Doležal'],
    ['Ahoj Vašku,', 'Václav Říha'],
    ['Hi Mei-Ling,', '陳 美玲'],
    ['Hi Олена,', 'Olena Koval'],
    ['Hi JP,', 'Jean-Pierre Roux'],
    ['Hi Xiaoming,', 'Wang Xiao Ming'],
    ['Hi Grant,', 'Grant Sobczak'],
    ['Hi Will,', 'Will Adeyemi'],
    ['Hello May,', 'May Thornton'],
    ['Hi team,', 'Wendy Pike'],
    ['Dear Billing team,', 'Wendy Pike'],
    ['Hi all,', 'Wendy Pike'],
    ['Hi there,', 'Wendy Pike'],
    ['Hi, ', 'Wendy Pike'],
    ['Good morning!', 'Wendy Pike'],
    ['Hi Tom and Wendy,', 'Wendy Pike'],
    ['Hi Tom, Wendy and Anna,', 'Wendy Pike'],
    ['Hi W,', 'Wendy Pike'],
    ['Drogi Pawle,', 'Paweł Nowak'],
    ['Ahoj Karle,', 'Karel Novák'],
    ['Ahoj Pavlik,', 'Pavel Novák'],
    ['Ahoj Edku,', 'Edek Novák'],
    ['Hi Mani,', 'Imani Otieno'],
    ['Hi Ayo,', 'Omotayo Bello'],
    ['Hi Bast,', 'Sebastian Kurz'],
    ['Hi Bassie,', 'Sebastian Kurz'],
    ['Hi Annajo,', 'Anna Jo Roth'],
    ['Dear Mr Jaeger,', 'Hans Jäger'],
    ["Dear Mr O'Brien,", "Pat O'Brien"],
    ['Hi WP,', 'Wendy Pike'],
    ['Hi Robby,', 'Robert Hale'],
    ['Hi Al,', 'Albert Lee'],
    ['Hi Alexan,', 'Alexandra Lee'],
    ['Hi Duardo,', 'Eduardo Lee'],
    ['Hi Luci,', 'Lucia Lee'],
    ['Hi Juli,', 'Julie Lee'],
    ['Hi Chua,', 'Chukwuma Obi'],
    ['Hi Chukma,', 'Chukwuma Obi'],
    ['Hi Müller,', 'Hans Mueller'],
    ['Hi Moeller,', 'Hans Møller'],
    ['Hi Aase,', 'Åse Lie'],
    ['Hi Darcy,', "D'Arcy Lane"],
    ['Hi R2,', 'R2 Lane'],
    ['Hi Deniz,', 'DENİZ Kaya'],
    ['Hi Anna-Lena,', 'Anna Lena Roth'],
    ['Hi Annalena,', 'Anna Lena Roth'],
    ['Hi Tom & Wendy,', 'Wendy Pike'],
    ['Hi Name,', 'Wendy Pike'],
    ['Ahoj Tomku,', 'Tomek Lis'],
    ['Hi ABC,', 'Anna Berta Cole'],
    ['Hi Zsófi,', 'Zsófia Nagy'],
    ['Hi 李娜,', 'Wendy Pike'],
    ['Yesterday, as you know,', 'Wendy Pike'],
    ['Hi from Leeds,', 'Wendy Pike'],
    ['Dear Hiring Manager,', 'Wendy Pike'],
  ])('accepts %s to %s', (opening, to) => {
    expect(rulesOf(`${opening} ${REST}`, { recipientName: to })).not.toContain('wrong-name');
  });

  it.each([
    ['Hi Steven,', 'Stefan Brandt'],
    ['Hi Helena,', 'Hannah Lindqvist'],
    ['Hey Sarah!', 'Samira Noor'],
    ['Hi Maria,', 'Marie Laurent'],
    ['Hi Daniel,', 'Daniela Rossi'],
    ['Hi Paul,', 'Pauline Reuter'],
    ['hi sarah,', 'Priya Shah'],
    ['Dear Mr Lawson,', 'James Lindsay'],
    ['Bonjour Sophie,', 'Lucie Bernard'],
    ['Witaj Magdo,', 'Katarzyna Lis'],
    ['Buenas tardes Pedro,', 'Pablo Núñez'],
    ['Good afternoon Tom,', 'Priya Shah'],
    ['Thomas,', 'Peter Holm'],
    ['Hi Carla,', 'Clara Holm'],
    ['Hi Anna,', 'Johanna Reis'],
    ['Hi Leonard,', 'Bernard Colley'],
    ['Ahoj Petr,', 'Karel Novák'],
    ['Ahoj Li,', 'Lala Nováková'],
    ['Hi Ab,', 'Wendy Pike'],
    ['Hi Tom, Priya and Anna,', 'Wendy Pike'],
    ['Hi P,', 'Wendy Pike'],
    ['Hi Pawle,', 'Paweł Nowak'],
    ['Ahoj Marke,', 'Martina Nová'],
    ['Ahoj Pavlinko,', 'Pavel Novák'],
    ['Ahoj Pele,', 'Petr Novák'],
    ['Hi Cuma,', 'Chukwuma Obi'],
    ['Hi Chum,', 'Chukwuma Obi'],
    ['Hi Choma,', 'Chukwuma Obi'],
    ['Hi Ora,', 'Cora Lee'],
    ['Hi Elena,', 'Helena Lee'],
    ['Hi Elisa,', 'Melisa Kaya'],
    ['Hi Elisa,', 'Annelisa Roth'],
    ['Hi Albert,', 'Alberta Lee'],
    ['Hi Adrian,', 'Adriana Vela'],
    ['Hi Yo,', 'Omotayo Bello'],
    ['Hi Mot,', 'Omotayo Bello'],
    ['Hi Robbie,', 'Alexandra Lee'],
    ['Hi SARAH,', 'Priya Shah'],
    ['Hi Sarah, [PROJECT] went well;', 'Priya Shah'],
    ['Hi Олена,', 'Iryna Коваль'],
    ['Hi PW,', 'Wendy Pike'],
    ['Hi Alexand,', 'Alexandra Lee'],
    ['Hi Ana,', 'Dana Lee'],
    ['Hi Chumo,', 'Chukwuma Obi'],
    ['Hi Cauma,', 'Chukwuma Obi'],
    ['Hi Xandrey,', 'Alexandra Wolff'],
    ['Hi Wendyy,', 'Wendy Pike'],
    ['Hi Олена,', 'Ирина Коваль'],
  ])('flags %s to %s', (opening, to) => {
    expect(rulesOf(`${opening} ${REST}`, { recipientName: to })).toContain('wrong-name');
  });

  it('finds a name after the opening, but ignores a signature', () => {
    const good =
      'Congratulations on the shift lead post, Oisín! The board on Dock 7 is still in use.';
    expect(rulesOf(good, { recipientName: 'Oisín Breen' })).toEqual([]);
    expect(rulesOf(good, { recipientName: 'Fatima Omar' })).toContain('wrong-name');
    const signed =
      'Hi Luca, your answer at the front-of-house briefing cleared things up. Thank you! Noor, rooftop bar';
    expect(rulesOf(signed, { recipientName: 'Luca Ferretti' })).toEqual([]);
  });

  it('recognises names from the log without a greeting word', () => {
    const text =
      'Xochitl, thanks for the tour of the mill on Tuesday. I am the new miller; let us stay in touch.';
    const knownNames = ['Xochitl Reyes', 'Priya Shah'];
    expect(rulesOf(text, { recipientName: 'Priya Shah', knownNames })).toContain('wrong-name');
  });

  it.each([
    ['Hi Tom,', 'Priya Shah', 'Tom', "This greets Tom, but it's for Priya Shah.", 'Write "Priya".'],
    [
      'Hi Tom Lee,',
      'Priya Shah',
      'Tom Lee',
      "This greets Tom Lee, but it's for Priya Shah.",
      'Write "Priya".',
    ],
    [
      'Dear Mr Lawson,',
      'Priya Shah',
      'Lawson',
      "This greets Lawson, but it's for Priya Shah.",
      'Greet Priya Shah by their own surname.',
    ],
    ['Hi Tom,', 'Dr', 'Tom', "This greets Tom, but it's for Dr.", 'Write "Dr".'],
  ])('explains who %s to %s greets', (opening, recipientName, names, message, suggestion) => {
    const start = opening.indexOf(names);
    expect(check(`${opening} ${REST}`, { recipientName }).problems).toEqual([
      {
        rule: 'wrong-name',
        severity: 'error',
        message,
        start,
        end: start + names.length,
        suggestion,
      },
    ]);
  });

  it('ignores a name in the log that is only punctuation', () => {
    const text =
      'Xochitl, thanks for the tour of the mill on Tuesday. I am the new miller; let us stay in touch.';
    expect(rulesOf(text, { recipientName: 'Priya Shah', knownNames: ['?!'] })).toEqual([]);
  });
});
