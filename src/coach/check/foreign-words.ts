import type { Message } from './message.ts';
import { findPhrases, type Hit, type Phrases, phrases } from './phrase.ts';

/** Pitches in German, French, Spanish, Italian, Portuguese and Dutch, folded: clear cases only. */
export const FOREIGN_PITCH: () => Phrases = phrases([
  // Earning money, in all languages
  'ganar/gana/ganes/gane/ingresar dinero/extra',
  'geld/nebenbei verdienen/verdienst/verdien/dazuverdienen',
  'gagner/gagnez/gagne ... argent/euros/revenu',
  'guadagnare/guadagna/guadagni ... casa/soldi/euro/extra/denaro',
  'ganhar/ganhe/ganha dinheiro/extra/renda',
  'extra geld/verdienen/inkomen/bijverdienen',
  'desde/de/da/von/vanuit tu? su? casa/domicile/zuhause/huis/maison ... dinero/argent/geld/euro/euros/dinheiro/soldi',
  // German
  'wir helfen/unterstutzen ... unternehmen/firmen/betrieben/betriebe/teams/kunden/praxen/hotels/restaurants/schulen',
  'kostenlos/kostenlose/kostenloses/kostenlosen/kostenfreie/gratis testen/demo/beratung/probe/erstgesprach/webinar/analyse/testphase/probemonat/angebot/monat/test',
  'unverbindlich/unverbindliche/unverbindliches beraten/beratung/angebot/testen/erstgesprach/gesprach',
  'rabatt/sonderangebot/fruhbucherrabatt/gutschein/gutscheincode/passives/provision',
  'unsere/unserer/unser/unserem software/losung/plattform/app/tool ... sie/ihr/ihre/ihren/ihrem/kosten/sparen/spart/prozent/%',
  'sparen sie ... %/prozent/zeit/geld/euro/kosten',
  'firmen/unternehmen/betriebe/teams wie ihre/ihrer/ihres/ihrem/deine/deiner',
  'jetzt buchen/testen/bestellen/anmelden/sichern/kaufen/registrieren',
  // French
  'nous aidons/accompagnons les/des/vos ... a/dans',
  'essai/demo/demonstration/devis/audit/consultation/seance gratuit/gratuite/offert/offerte/offerts',
  'code promo',
  'offre speciale/limitee/exclusive/de lancement',
  'nos/notre solution/solutions/logiciel/services/produits/formation/plateforme/application ... vous/vos/votre',
  'entreprises/equipes/restaurants/cabinets comme la? le? votre/vos/vous/votres',
  'reduction/remise/rabais/promotion de @number',
  '@number % de reduction/remise/rabais',
  'profitez en/de/des/du/vite',
  'doublez/boostez/augmentez/reduisez vos/votre',
  // Spanish
  'ayudamos a @any? empresas/negocios/equipos/clinicas/restaurantes/hoteles/profesionales/companias/pymes',
  'ayudo a @any? empresas/negocios/equipos/profesionales/personas/emprendedores',
  'demo/prueba/consulta/sesion/asesoria/muestra gratis/gratuita/sin',
  'nuestro/nuestra/nuestros software/solucion/soluciones/plataforma/servicios/programa/producto/herramienta ... tu/su/te/le/ahorra/empresas',
  '@number % de descuento/dto/ahorro',
  'descuento/oferta especial/exclusivo/exclusiva/limitada/del',
  'empresas/negocios/equipos como la/el/los tuya/tuyo/suya/tuyos/suyos',
  'ingresos pasivos/extra/adicionales',
  'reserva/compra/aprovecha/solicita ya/ahora/tu/hoy',
  // Italian
  'aiutiamo le/i/gli/aziende ... a',
  'prova/demo/consulenza gratuita/gratis',
  '@number % di sconto/risparmio',
  'sconto/offerta del/speciale/esclusivo/esclusiva/limitata',
  'aziende/attivita come la/le tua/sua/vostra/tue',
  'nostro/nostra/nostri software/soluzione/soluzioni/piattaforma/servizi/prodotto ... tuo/tua/vostra/suo/sua/aziende/ti/le',
  // Portuguese
  'ajudamos @any? empresas/equipas/equipes/negocios/profissionais/clinicas/restaurantes',
  'teste/demonstracao/consulta/demo/avaliacao gratis/gratuito/gratuita',
  '@number % de desconto/economia',
  'nosso/nossa software/solucao/plataforma/servico/produto ... sua/seu/voce/empresas/empresa',
  'empresas/negocios/equipas como a/o sua/tua/seu',
  'renda/rendimento extra/passiva/passivo',
  // Dutch
  'wij/we helpen ... bedrijven/ondernemers/teams/klanten',
  'gratis demo/proefperiode/proefmaand/adviesgesprek/offerte/proberen/kennismakingsgesprek',
  '@number % korting/besparing/besparen',
  'bedrijven zoals dat/die/het/uw/jullie/jouw',
  'onze software/oplossing/platform/app/tool ... u/uw/je/jouw/jullie/bedrijven',
]);

/** Plans to do something together, which aren't shared memories: "crecer juntos". */
const FOREIGN_PLANS: () => Phrases = phrases([
  'crecer/crezcamos/crescer/crescermos/crescere/grandir/progresser/evoluer/avancer/wachsen/groeien/vaxa/vokse/vokser/rosnac/rust/gelisim/buyumek ... juntos/juntas/ensemble/insieme/samen/tillsammans/sammen/razem/spolecne/spolu/birlikte',
  'gemeinsam/zusammen/samen/ensemble/juntos/insieme/tillsammans/sammen/razem/spolecne/spolu/birlikte ... wachsen/groeien/grandir/progresser/crecer/crescer/crescere/vaxa/vokse/erreichen/weiterkommen/entwickeln/bereiken/creer/rosnac/rozwijac/rust/buyuyelim',
  'nouvelles/belles/futures/de rencontres',
  'fazer/hacer/faire/fare coisas/cosas/choses/cose ... juntos/juntas/ensemble/insieme',
]);

const FOREIGN_CLICHES: () => Phrases = phrases([
  // Profiles seen and networks to grow, in all languages
  'perfil/perfis/perfiles/profil/profils/profile/profilo/profili/profiel/profilen/profilu/profiliniz/profilinizi/profiilisi/profilod/profilul/profilja/профиль/профіль',
  'red/rede/reseau/rete/netzwerk/netwerk/natverk/natverka/natverket/netvaerk/nettverk/siec/sieci/sit/sitte/agimi/retea/reteaua ... ampliar/crecer/crescer/elargir/developper/erweitern/ausbauen/vaxa/utoka/utvide/udvide/poszerzyc/kontaktow/rozsirit/genisletmek/extinde/profissional/profesional/professionnel/professionale',
  'ampliar/ampliando/elargir/developper/erweitere/erweitern/utoka/utvide/udvide/poszerzam/poszerzyc/rozsiruji/rozsirit/uitbreiden/allargare/ampliare/extind ... red/rede/reseau/rete/netzwerk/netwerk/natverk/netvaerk/nettverk/siec/sit/kontakte/kontakty/contactos/contatti/contacts',
  'crecer/crescermos/crezcamos/grandir/progresser/wachsen/crescere/groeien/vaxa/vokse juntos/juntas/ensemble/zusammen/insieme/samen/tillsammans/sammen',
  'gemeinsam/samen/tillsammans/sammen/ensemble wachsen/groeien/vaxa/vokse/grandir/progresser',
  'minha/mi/mia/mon/meinem/mein/mijn/mitt/min/mit/moja/moje rede/red/rete/reseau/netzwerk/netwerk/natverk/nettverk/netvaerk/siec',
  'personas/profissionais/profesionales/professionnels/professionisti/personas/gens/menschen/leute/mensen/persone/pessoas/manniskor/mennesker/ludzi ... inspiradoras/inspirantes/passionnes/inspirierende/inspirierenden/spannende/inspirerende/interessanti/interessantes/inspirerande/interesujacych',
  // Praise of a profile, in all languages
  'votre/ton/vos/ihre/ihrer/deine/su/tu/sus/tus/sua/tua/suas/il/la/je/jouw/uw ... expertise/experience/experiences/competences/talent/laufbahn/erfahrung/erfahrungen/kompetenz/fahigkeiten/leistungen/experiencia/talento/liderazgo/esperienza/competenza/competenze/leadership/ervaring/publicaciones/publications/beitrage/pubblicazioni/publicacoes/posts',
  'lo/ce/cio/o/was/wat que/che/qu/du/sie/je/u/vous publicas/publica/publiez/pubblichi/postest/posten/plaatst/post/postas',
  'votre/ihre/ihr/su/tu/il/sua/seu/uw/je ... impressionne/impresiona/impressiona/beeindruckt/beeindruckend/inspire/inspira/inspiriert/indrukwekkend/inspirerend',
  // German
  'ihr/ihrem/ihres/dein/deinem/ihre/deine ... profil/profils/werdegang/lebenslauf/karriere',
  'mein/meines/meinem netzwerk erweitern/ausbauen/vergrossern/aufbauen/wachsen',
  'netzwerk erweitern/ausbauen/vergrossern/aufzubauen/auszubauen/wachsen',
  'uber? neue/neuen/interessante/interessanten/spannende/spannenden kontakte/kontakten/menschen/leute',
  'voneinander profitieren/lernen',
  'gemeinsame/gemeinsamen kontakte/bekannte',
  'lassen sie uns vernetzen',
  'lass uns vernetzen',
  'herzlichen gluckwunsch zum geburtstag/jubilaum',
  // French
  'votre/ton ... profil/parcours/carriere',
  'developpe/developper/elargir/elargis/agrandir/etendre/enrichir mon/notre/votre reseau/cercle',
  'parmi mes contacts/relations',
  'a nous apporter',
  'relations/contacts en commun',
  'nouvelles rencontres/relations/personnes',
  'nouveaux contacts/profils',
  // Spanish
  'tu/su ... perfil/trayectoria/carrera',
  'ampliar/ampliando/crecer/expandir/hacer mi/nuestra red',
  'contactos en comun',
  'profesionales con/como/de talento/tu/usted/primer/exito',
  'sumar/conocer/conectar con? a? nuevos/nuevas/otros/mas? profesionales/contactos/personas/gente',
  'gente nueva/interesante',
  // Italian
  'tuo/suo ... profilo/percorso',
  'ampliare/allargare/espandere/far la/mia/il/mio mia/mio rete/network',
  'contatti/conoscenze in comune',
  'nuove persone/conoscenze/connessioni',
  'nuovi contatti',
  // Portuguese
  'seu/teu ... perfil/percurso/trajetoria',
  'sua/tua trajetoria/carreira',
  'ampliar/expandir/aumentar/alargar a? minha rede',
  'contatos/contactos/conexoes em comum',
  'pessoas novas/interessantes',
  'novos/novas contactos/contatos/pessoas/conexoes',
  // Dutch
  'je/jouw/uw ... profiel/loopbaan/carriere',
  'profiel voorbij/voorbijkomen/gezien/bekeken/tegen/sprak/spreekt/interessant',
  'elkaar hier/te volgen',
  'mijn netwerk uit/uitbreiden/vergroten/te',
  'nieuwe mensen/contacten/connecties',
  'gemeenschappelijke contacten/connecties',
]);

const FOREIGN_SHARED: () => Phrases = phrases([
  'danke/dank/bedankt/dankjewel fur/voor/dass/nochmal/nochmals/dat',
  'merci/gracias/grazie/obrigado/obrigada pour/de/d/por/per/pela/pelo/para/encore/otra',
  'gemeinsam/gemeinsame/gemeinsamen/zusammen/ensemble/juntos/juntas/insieme/samen/mitgenommen/kennengelernt/getroffen/rencontres/conocimos/coincidimos/conosciuti/conhecemos/trabalhamos/trabajamos/lavorato/travaille/gearbeitet/gewerkt/ontmoet',
  'letzte/letzten/letztes/vergangene/vergangenen/gestern/neulich/derniere/dernier/ayer/pasado/pasada/ieri/scorso/scorsa/ontem/passada/passado/gisteren/vorige',
  'nous/vous/avons/avez/formation/reunion/cours ... hier',
  'januar/februar/marz/april/juni/juli/august/september/oktober/november/dezember/janvier/fevrier/mars/avril/juin/juillet/aout/septembre/octobre/novembre/decembre/enero/febrero/marzo/abril/junio/julio/agosto/septiembre/octubre/noviembre/diciembre/gennaio/febbraio/aprile/giugno/luglio/settembre/ottobre/novembre/dicembre/janeiro/fevereiro/junho/julho/setembro/outubro/dezembro/januari/februari/maart/augustus',
  // the same in Nordic, Slavic, Turkish, Finnish, Hungarian, Romanian, Indonesian and Greek
  'tack/takk/tak for',
  'kiitos/dziekuje/dzieki/diky/dekuji/dakujem/dakuju/hvala/tesekkurler/tesekkur/koszonom/multumesc/terima/asante/cam/спасибо/дякую/ευχαριστω',
  'tillsammans/sammen/yhdessa/razem/wspolny/wspolna/wspolne/wspolnie/spolu/spolecne/zajedno/skupaj/birlikte/egyutt/impreuna/bersama/вместе/разом/μαζι',
  'forra/forrige/sidste/sist/igar/gar/wczoraj/ostatni/ostatnim/zeszly/zeszlym/vcera/minuly/minule/jucer/prosli/dun/gecen/tegnap/multa/ieri/kemarin/viime/eilen/вчера/вчора',
  'mandag/mandags/tisdag/tisdags/tirsdag/onsdag/onsdags/torsdag/torsdags/fredag/fredags/lordag/lordags/sondag/sondags/poniedzialek/wtorek/srode/czwartek/piatek/sobote/niedziele/pondeli/utery/stredu/ctvrtek/patek/sobotu/nedeli/pazartesi/sali/carsamba/persembe/cuma',
  'seit/lundi/mardi/mercredi/jeudi/vendredi/samedi/dimanche/lunes/martes/miercoles/jueves/viernes/sabado/domingo/lunedi/martedi/mercoledi/giovedi/venerdi/sabato/domenica/segunda/terca/quarta/quinta/sexta/maandag/dinsdag/woensdag/donderdag/vrijdag/zaterdag/zondag/montag/dienstag/mittwoch/donnerstag/freitag/samstag/sonntag',
]);

/** Requests for a favour, their time or an answer. */
export const FOREIGN_PRESSURE: () => Phrases = phrases([
  // German
  'brauche dringend/unbedingt/sofort/schnell ... empfehlung/antwort/ruckmeldung/referenz/termin/job/stelle/hilfe',
  'bitte melde/melden/antworte/antworten/bestatige/bestatigen/akzeptiere/ruf/rufen ... bis/heute/morgen/sofort/umgehend/dringend',
  'bitte leite/leiten/gib/geben ... lebenslauf/bewerbung/unterlagen weiter',
  'schreib/schreibe/schreiben mir/sie ... empfehlung/referenz/bewertung',
  'warum antworten/antwortest/reagieren/reagierst/nehmen/nimmst',
  'so schnell wie/es',
  // French
  "besoin d'une/d'un/de recommandation/reponse/stage/emploi/entretien/rendez",
  'repondez/reponds moi? ... avant/vite/rapidement/demain/urgence/immediatement',
  'toute urgence',
  "c'est/tres/est urgent/urgente",
  'me/moi recommander/recommandez/recommande/recommandiez/parrainer/coopter',
  'transmettre/transmettez/transmets/transmettras ... cv/candidature',
  'toujours pas/sans repondu/reponse/accepte',
  "appelez/appelle moi ... demain/aujourd'hui/vite/avant",
  // Spanish
  'necesito urgentemente/una/un/tu/su recomendacion/respuesta/trabajo/entrevista/referencia/favor',
  'urgente/urgentemente/urgencia',
  'respondeme/contestame/llamame/responde/contesta/llama ... hoy/antes/ya/manana/pronto/urgente',
  'pasa/pasar/envia/enviar/haz/reenviar/hacer ... mi cv/curriculum',
  'sigo esperando',
  'por que no has/me/contestas/respondes',
  // Italian
  'ho bisogno urgente/di ... raccomandazione/risposta/lavoro/colloquio/referenza',
  'rispondimi/chiamami/rispondi ... entro/oggi/subito/domani',
  'gira/inoltra/passa ... cv/curriculum',
  // Portuguese
  'preciso urgente/urgentemente/de/da ... recomendacao/resposta/emprego/entrevista/trabalho',
  'responda/responde/liga/ligue me? ... hoje/ate/antes/amanha/urgente/ja',
  'encaminhar/encaminhe/envie/passe ... cv/curriculo',
  // Dutch
  'dringend/direct/snel nodig/antwoord/reactie/aanbeveling',
  'svar/svara/svare/reager/vastaa/odpowiedz/odpovez/cevap ... inden/innan/senast/senest/do/dzis/dnes/bugun/hemen/omgaende/snarast',
  'anbefaling/rekommendation/referens/referanse/rekomendacji/rekomendacje/doporuceni/suosittelu/tavsiye ... til/for/do/min/mit/mitt/mojej',
  'heb/ik ... dringend ... aanbeveling/antwoord/nodig/baan',
  'stuur/geef ... cv door',
  'reageer/antwoord/bel ... voor/vandaag/morgen/direct/snel/meteen',
]);

function findSharedHits(message: Message): Hit[] {
  const plans = findPhrases(message, FOREIGN_PLANS);
  return findPhrases(message, FOREIGN_SHARED).filter(
    ({ from, to }) => !plans.some((hit) => hit.from <= to && from <= hit.to),
  );
}

/** The first cliché of a message that isn't in English; null if none, or if it has context. */
export function findForeignCliche(message: Message): Hit | null {
  if (hasForeignContext(message)) return null;
  return findPhrases(message, FOREIGN_CLICHES)[0] ?? null;
}

/** Whether a message that isn't in English says how they know each other. */
export function hasForeignContext(message: Message): boolean {
  return findSharedHits(message).length > 0;
}
