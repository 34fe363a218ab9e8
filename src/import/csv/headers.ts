import { recogniseFile } from '../linkedin/files.ts';
import { type Columns, hasColumn, headerKey } from './table.ts';

/** Kind of a CSV, judged by its header. */
export interface ContactTable {
  format: 'people' | 'interactions' | 'contacts' | 'linkedin';
  /** Description for errors. */
  label: string;
}

/** Whose name a header says it is; the one they go by first. */
const OWNERS =
  'preferred,employee,worker,person,contact,member,staff,user,student,colleague,legal'.split(',');

/**
 * Headers by `headerKey`; the first cell with text wins. Covers netcoach, Google (before and after
 * 2024), Outlook in the languages it's most used in, Thunderbird, and the people lists of Google
 * Workspace, Microsoft 365, Exchange, Slack, personnel systems and offices.
 */
export const FIELDS = {
  name: [
    ...OWNERS.map((of) => `${of} full name`),
    ...['person name', 'student name', 'legal name'],
    ...[
      'name',
      'full name',
      'complete name',
      'employee name',
      'contact name',
      'person',
      'employee',
    ],
    ...[
      'preferred name',
      'preferred full name',
      'worker',
      'worker name',
      'staff name',
      'colleague',
    ],
    ...[
      'staff member',
      'team member',
      'member name',
      'last name, first name',
      'name (last, first)',
    ],
    ...['nom complet', 'nom et prénom', 'nom prénom', 'collaborateur', 'salarié', 'employé'],
    ...['nombre completo', 'nombre y apellidos', 'apellidos y nombre', 'apellidos, nombre'],
    ...['empleado', 'colaborador', 'trabajador', 'nome completo', 'nome e cognome'],
    ...['cognome e nome', 'dipendente', 'collaboratore', 'funcionário', 'nome do funcionário'],
    ...['vollständiger name', 'vor- und nachname', 'name, vorname', 'nachname, vorname'],
    ...['mitarbeiter', 'mitarbeiterin', 'mitarbeitende', 'mitarbeitername', 'kollege'],
    ...['ansprechpartner', 'volledige naam', 'naam', 'medewerker', 'werknemer', 'pracownik'],
    ...['imię i nazwisko', 'nazwisko i imię', 'jméno a příjmení', 'zaměstnanec', 'namn', 'navn'],
    ...['anställd', 'medarbetare', 'medarbejder', 'ansatt', 'nimi', 'név', 'ad soyad', 'фио'],
    ...['сотрудник', '氏名', '名前', '姓名', '이름', '성명'],
  ],
  displayName: [
    ...['display name', 'e-mail display name', 'anzeigename', 'anzeigename der e-mail'],
    ...["nom d'affichage", 'nombre para mostrar', 'nome visualizzato', 'nome de exibição'],
    ...['weergavenaam', 'visningsnamn', 'visningsnavn', 'nazwa wyświetlana', '表示名'],
  ],
  first: [
    ...OWNERS.map((of) => `${of} first name`),
    ...['first name', 'first', 'given name', 'givenname', 'forename', 'preferred first name'],
    ...['vorname', 'rufname', 'prénom', 'nombre', 'nombres', 'nome'],
    ...['primeiro nome', 'nome próprio', 'voornaam', 'roepnaam', 'imię', 'jméno'],
    ...['křestní jméno', 'förnamn', 'tilltalsnamn', 'fornavn', 'etunimi', 'utónév', 'keresztnév'],
    ...['ad', 'adı', 'имя', '名'],
  ],
  middle: [
    ...['middle name', 'additional name', 'weitere vornamen', 'zweiter vorname', 'deuxième prénom'],
    ...['segundo nombre', 'secondo nome', 'segundo nome', 'tweede naam', 'middelste naam'],
    ...['tussenvoegsel', 'drugie imię', 'druhé jméno', 'mellannamn', 'mellemnavn', 'mellomnavn'],
    ...['отчество'],
  ],
  last: [
    ...OWNERS.map((of) => `${of} last name`),
    ...['last name', 'last', 'family name', 'surname', 'preferred last name', 'nachname'],
    ...['familienname', 'zuname', 'nom', 'nom de famille', "nom d'usage", 'apellidos', 'apellido'],
    ...['primer apellido', 'cognome', 'sobrenome', 'apelido', 'achternaam', 'nazwisko', 'příjmení'],
    ...['efternamn', 'efternavn', 'etternavn', 'sukunimi', 'vezetéknév', 'családnév', 'soyad'],
    ...['soyadı', 'фамилия', '姓'],
  ],
  company: [
    ...['company', 'company name', 'companyname', 'organization name', 'organization 1 - name'],
    ...['organization', 'organisation', 'employer', 'legal entity', 'account name', 'firma'],
    ...['firmenname', 'unternehmen', 'arbeitgeber', 'gesellschaft', 'organisationseinheit firma'],
    ...['société', 'entreprise', 'employeur', 'raison sociale', 'organización', 'empresa'],
    ...['compañía', 'razón social', 'società', 'azienda', 'organizzazione', 'ditta', 'organização'],
    ...['companhia', 'bedrijf', 'organisatie', 'werkgever', 'přehled firma', 'společnost'],
    ...['organizacja', 'företag', 'virksomhed', 'bedrift', 'yritys', 'cég', 'şirket'],
    ...['организация', 'компания', '会社名', '会社', '单位', '公司', '회사'],
  ],
  role: [
    ...['role', 'job title', 'job', 'job name', 'job role', 'organization title'],
    ...['organization 1 - title', 'position', 'position title', 'business title', 'worker title'],
    ...['employee title', 'job position', 'occupation', 'designation', 'function', 'rolle'],
    ...['berufsbezeichnung', 'stellenbezeichnung', 'stelle', 'funktion', 'tätigkeit', 'beruf'],
    ...['profession', 'fonction', 'poste', 'intitulé du poste', 'métier', 'emploi', 'rôle'],
    ...['puesto', 'puesto de trabajo', 'cargo', 'rol', 'función', 'posizione', 'qualifica'],
    ...[
      'mansione',
      'ruolo',
      'função',
      'functie',
      'functietitel',
      'stanowisko',
      'funkcja',
      'funkce',
    ],
    ...['pozice', 'pracovní pozice', 'befattning', 'roll', 'yrkestitel', 'stilling', 'jobtitel'],
    ...['stillingsbetegnelse', 'tehtävänimike', 'beosztás', 'munkakör', 'iş unvanı', 'görev'],
    ...['должность', '役職', '职务', '职位', '직책'],
  ],
  title: ['title', 'titel', 'titre', 'título', 'titolo', 'tytuł', 'titul', 'tittel', 'unvan'],
  team: [
    ...['team', 'team name', 'department', 'department name', 'dept', 'dept name'],
    ...['organization department', 'organization 1 - department', 'supervisory organization'],
    ...['business unit', 'division', 'unit', 'group', 'organizational unit', 'abteilung'],
    ...['bereich', 'fachbereich', 'gruppe', 'referat', 'organisationseinheit', 'service', 'équipe'],
    ...['département', 'direction', 'pôle', 'departamento', 'área', 'equipo', 'sección', 'reparto'],
    ...['ufficio', 'dipartimento', 'settore', 'area', 'setor', 'equipe', 'afdeling', 'dział'],
    ...['zespół', 'oddělení', 'avdelning', 'avdeling', 'enhet', 'enhed', 'osasto', 'tiimi'],
    ...['osztály', 'bölüm', 'departman', 'отдел', '部署', '部门', '부서'],
  ],
  email: [
    ...['email', 'email address', 'email addresses', 'mail', 'e-mail 1 - value', 'primary email'],
    ...['e-mail 1 address', 'work email', 'work email address', 'business email', 'user email'],
    ...['email work', 'email - primary work', 'mail address', 'primary smtp address'],
    ...['e-mail-adresse', 'mailadresse', 'adresse de messagerie', 'adresse e-mail', 'courriel'],
    ...['dirección de correo electrónico', 'correo electrónico', 'correo', 'indirizzo e-mail'],
    ...['indirizzo posta elettronica', 'indirizzo di posta elettronica', 'posta elettronica'],
    ...['endereço de email', 'endereço de correio eletrónico', 'endereço de correio electrónico'],
    ...['e-mailadres', 'adres e-mail', 'e-mailová adresa', 'e-postadress', 'e-postadresse'],
    ...['e-post', 'sähköpostiosoite', 'sähköposti', 'e-mail cím', 'e-posta adresi', 'e-posta'],
    ...['адрес эл. почты', 'электронная почта', '電子メール アドレス', '电子邮件地址'],
  ],
  linkedin: ['linkedin', 'linkedin url', 'linkedin profile', 'profile url'],
  website: ['website 1 - value', 'web page', 'web page 1', 'webseite', 'website', 'page web'],
  otherWebsite: ['website 2 - value', 'personal web page', 'web page 2'],
  aliases: ['aliases', 'nickname', 'nicknames', 'spitzname', 'surnom', 'apodo'],
  note: [
    ...['note', 'notes', 'notizen', 'notas', 'notities', 'notatki', 'poznámky', 'anteckningar'],
    ...['noter', 'notater', 'remarques', 'bemerkung', 'bemerkungen', 'заметки'],
  ],
  skills: ['skills', 'kenntnisse', 'compétences', 'competencias'],
  interests: ['interests', 'interessen', 'hobbies', 'hobby'],
  relationship: ['relationship'],
  status: ['status'],
  since: ['since'],
  mailbox: ['recipient type details', 'recipient type'],
  account: [
    ...['account status', 'account enabled', 'accountenabled', 'employment status'],
    ...['employee status', 'worker status', 'mitarbeiterstatus', 'statut', 'estado', 'stato'],
    ...['active', 'is active', 'aktiv', 'actif', 'activo', 'attivo', 'actief'],
  ],
} as const;

/** Parts of a header under which addresses are, in whatever order of words. */
const EMAIL_HEADER =
  /mail|messagerie|courriel|correo|correio|postaelettronica|epost|sahkoposti|почт|メール|邮件|邮箱|이메일|smtp/;
const NO_ADDRESS =
  /^\d*$|name|type|label|format|anzeige|affich|mostrar|visualizz|consent|optin|server/;
/** Columns that programs write for themselves. */
const UNSAID = /^(?:\d*|id|.*(?:id|uuid|type|label|yomi.*|photo))$/;

/** The headers of all columns with e-mail addresses, the main one first. */
export function emailHeaders(columns: Columns): string[] {
  const known: string[] = FIELDS.email.map(headerKey);
  const rank = (key: string) => (known.includes(key) ? known.indexOf(key) : known.length);
  return [...columns.keys()]
    .map((key) => ({ key, word: key.replace('userprincipalname', 'smtp') }))
    .filter(({ word }) => EMAIL_HEADER.test(word) && !NO_ADDRESS.test(word))
    .map(({ key }) => key)
    .sort((a, b) => rank(a) - rank(b));
}

/** Columns that netcoach doesn't read, by number. */
export function unreadColumns(columns: Columns): number[] {
  const read = new Set([...Object.values(FIELDS).flat().map(headerKey), ...emailHeaders(columns)]);
  return [...columns]
    .filter(([key]) => !read.has(key) && !UNSAID.test(key))
    .map(([, index]) => index);
}

/** Detects the kind by the header; undefined if unknown. */
export function recogniseContacts(columns: Columns): ContactTable | undefined {
  const has = (names: readonly string[]) => names.some((name) => hasColumn(columns, name));
  if (has(['date']) && has(['kind']) && has(['people']))
    return { format: 'interactions', label: 'a CSV of interactions' };
  if (recogniseFile(columns, '') === 'connections')
    return { format: 'linkedin', label: "LinkedIn's list of connections" };
  const isGoogle = [...columns.keys()].some((name) =>
    /^(email|organization|phone)1\D|^organization(name|title)$/.test(name),
  );
  if (isGoogle) return { format: 'contacts', label: 'a Google Contacts file' };
  const isParted = has(FIELDS.first) && has(FIELDS.last);
  if (isParted && !(has(['name']) && has(['relationship'])))
    return { format: 'contacts', label: 'an address book (Outlook or the like)' };
  if (has(['name'])) return { format: 'people', label: 'a CSV of people' };
  const hasMore = columns.size > 1 && (isWhole(columns) || emailHeaders(columns).length > 0);
  if (has(FIELDS.name) && hasMore) return { format: 'contacts', label: 'a list of people' };
  if (has(FIELDS.displayName) && emailHeaders(columns).length > 0)
    return { format: 'contacts', label: 'a list of people' };
  return undefined;
}

/** Whether the header has another column that belongs to a person. */
function isWhole(columns: Columns): boolean {
  const { role, team, company, title, first, last, mailbox } = FIELDS;
  return [role, team, company, title, first, last, mailbox]
    .flat()
    .some((name) => hasColumn(columns, name));
}
