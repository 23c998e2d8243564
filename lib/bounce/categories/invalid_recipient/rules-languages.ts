import type { Rule } from '../../classify/rule'

/** Beside English: German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Japanese, Chinese, and a few neighbours. */
export const languages: Rule[] = [
  {
    id: 'empfaenger-unbekannt',
    says: [
      '{konto|postfach|adresse|mailadresse|benutzer} .. {geloscht|geloescht|gesperrt|abgemeldet|gekundigt|stillgelegt}',

      '{empfanger|adressat|adresse|benutzer} .. {nicht zugestellt|nicht mehr erreichbar|unbekannt verzogen}',
      'adressat unbekannt',

      '{empfanger|empfaenger|benutzer|mailbox|postfach|adresse|konto|empfangeradresse|empfaengeradresse|mailadresse|emailadresse|nutzer|user|account|kennung|teilnehmer} {unbekannt|existiert nicht|nicht gefunden|nicht bekannt|nicht vorhanden|ungultig|ungueltig|deaktiviert|gesperrt|geloscht|geloescht|nicht mehr gultig|nicht verfugbar|nicht mehr vorhanden|gibt es nicht}',
      '{empfanger|empfaenger|benutzer|postfach|adresse|konto|mailadresse} .. {unbekannt|existiert nicht|nicht gefunden|nicht vorhanden|nicht mehr aktiv|deaktiviert|nicht mehr gultig}',
      '{unbekannter|unbekannte|ungultiger|ungueltiger|ungultige} {empfanger|empfaenger|benutzer|adresse|nutzer|teilnehmer|empfangeradresse}',
      'kein {solcher|solches} {benutzer|empfanger|empfaenger|postfach}',
    ],
    weight: 66,
    example: '550 Empfänger unbekannt',
  },
  {
    id: 'utilisateur-inconnu',
    says: [
      '{ladresse|lutilisateur|ladresse mail|ladresse email} .. {introuvable|inconnue|inconnu|invalide|inexistante|nexiste pas|nexiste plus|incorrecte}',
      '{boite|compte|adresse|destinataire} .. {archivee|archive|supprimee|suspendue|suspendu|bloquee|nexiste}',
      'destinataire {archive|refuse}',

      '{utilisateur|destinataire|adresse|compte|boite|boite aux lettres|boite mail|adresse destinataire|adresse mail|adresse email|mailbox} {inconnu|inconnue|inexistant|inexistante|nexiste pas|invalide|non trouve|non trouvee|introuvable|desactive|desactivee|inactif|inactive|supprime|suspendu|ferme|fermee|cloture|nexiste plus|n existe pas|resilie}',
      '{utilisateur|destinataire|adresse|compte|boite} .. {inconnu|inconnue|inexistant|inexistante|nexiste pas|nexiste plus|introuvable|desactive|desactivee|inactif|nest pas valide|invalide}',
      '{aucun|pas} {utilisateur|destinataire|compte}',
    ],
    weight: 66,
    example: '550 Destinataire inconnu sur ce serveur',
    source: 'Orange, Free, SFR',
  },
  {
    id: 'usuario-desconocido',
    says: [
      'no existe {dicha|esa|ese|el|la|tal|este} {persona|usuario|cuenta|direccion|buzon}',
      '{casilla|cuenta|buzon} .. {expirado|caducado|inactiva|vencida|cerrada}',
      'usuario .. {inactivo|bloqueado|suspendido|inexistente}',

      '{usuario|destinatario|buzon|cuenta|direccion|utilizador|conta|caixa postal|endereco|caixa correio} {desconocido|desconocida|no existe|inexistente|no encontrado|no encontrada|no valido|no valida|invalido|invalida|deshabilitado|deshabilitada|desactivado|desactivada|suspendido|suspendida|inactivo|inactiva|bloqueado|bloqueada|nao existe|desconhecido|desconhecida|nao encontrado|nao encontrada|desativado|desativada|inativo|inativa|suspensa|suspenso|cancelada}',
      '{usuario|destinatario|buzon|cuenta|direccion|conta|caixa postal|endereco} .. {no existe|nao existe|desconocido|desconhecido|inexistente|no encontrado|nao encontrado|inativa|inactiva|invalido}',
      '{endereco|usuario|conta|direccion|destinatario} .. {nao foi encontrad*|no se ha encontrado|no se encontro|no se encuentra|nao localizado}',
      '{no se ha encontrado|no se encontro|no se encuentra|nadie con} .. {direccion|usuario|buzon|cuenta|destinatario}',
      '{no existe|nao existe} .. {usuario|buzon|cuenta|destinatario|direccion|conta|caixa|endereco}',
    ],
    weight: 66,
    example: '550 El buzón de destino: usuario desconocido',
  },
  {
    id: 'utente-sconosciuto',
    says: [
      'nessun utente',
      '{lindirizzo|lutente|laccount} .. {non stato trovato|non e stato trovato|non trovato|inesistente|non esiste|sconosciuto|non valido}',
      '{trovare|trovato} {lindirizzo|lutente|indirizzo|utente|il destinatario}',
      '{destinatario|indirizzo|casella} {errato|bloccato|scaduto|inesistente}',
      '{destin|dest} sconosciuto',
      'indirizzo .. {bloccato|disattivato|inesistente}',

      '{utente|destinatario|casella|indirizzo|account|mailbox|casella posta|casella postale} {sconosciuto|sconosciuta|inesistente|non esiste|non trovato|non trovata|non valido|non valida|disabilitato|disabilitata|disattivato|disattivata|sospeso|sospesa|scaduta|non attiva|non attivo|non disponibile}',
      '{utente|destinatario|casella|indirizzo} .. {sconosciuto|inesistente|non esiste|non trovato|non piu attiva|disattivata|non valido}',
    ],
    weight: 66,
    example: '550 Utente sconosciuto',
    source: 'Libero, Tiscali, Aruba',
  },
  {
    id: 'gebruiker-onbekend',
    says: [
      '{gebruiker|ontvanger|postvak|mailbox|adres|account|e mailadres|emailadres} {onbekend|bestaat niet|niet gevonden|ongeldig|uitgeschakeld|geblokkeerd|niet actief|opgeheven|niet meer in gebruik}',
      '{gebruiker|ontvanger|postvak|adres|mailbox|account} .. {onbekend|bestaat niet|niet gevonden|bestaat niet meer}',
      '{onbekende|ongeldige} {gebruiker|ontvanger|adres}',
      '{okand|ukjent|ukendt} {mottagare|anvandare|mottaker|bruker|modtager|bruger}',
      '{mottagaren|anvandaren|mottakeren|modtageren} {finns inte|okand|finnes ikke|findes ikke|ukendt|ukjent}',
      '{anvandaren|mottagaren} .. finns inte',
    ],
    weight: 66,
    example: '550 Ontvanger onbekend op deze server',
  },
  {
    id: 'uzytkownik-nieznany',
    says: [
      '{adresat|prijemce|uzivatel|schranka} .. {neexistuje|neznamy|nenalezen}',

      '{uzytkownik|odbiorca|skrzynka|adres|konto|adresat|uzytkownika|konta|skrzynki} {nieznany|nieznana|nie istnieje|nieistniejacy|nieistniejaca|nieprawidlowy|nieaktywny|nieaktywna|nieaktywne|zablokowane|zablokowana|niepoprawny|nie znaleziono|nie znaleziony|usuniete|wylaczone}',
      '{uzytkownik|odbiorca|skrzynka|adres|konto|adresat} .. {nie istnieje|nieznany|nieaktywne|nieaktywna|zablokowane}',
      'nie znaleziono {adresu|uzytkownika|odbiorcy|konta|skrzynki|adresata}',
      '{nieznany|brak|nie ma} {uzytkownik|odbiorca|takiego uzytkownika|adresat|takiej skrzynki|takiego konta|takiego adresu|uzytkownika}',
      '{uzivatel|prijemce|schranka} {neznamy|neexistuje|nenalezen|neznama}',
      '{felhasznalo|cimzett} {ismeretlen|nem letezik}',
      'kullanici {bulunamadi|yok|bilinmiyor}',
      '{alici|kullanici|posta kutusu} .. {bulunamadi|mevcut degil}',
    ],
    weight: 66,
    example: '550 Użytkownik nie istnieje',
    source: 'WP, Onet, Interia',
  },
  {
    id: 'polzovatel-ne-najden',
    says: [
      '{пользователь|получатель|ящик|адрес|почтовый ящик|адресат|аккаунт|абонент|адрес получателя} {не найден|не существует|неизвестен|неверный|отключен|заблокирован|недоступен|удален|не зарегистрирован|неактивен|отсутствует}',
      '{пользователь|получатель|ящик|адресат|адрес|аккаунт} .. {не найден|не существует|неизвестен|отключен|заблокирован|удален|не зарегистрирован}',
      '{нет такого|неизвестный|несуществующий|неверный|такого} {пользователя|пользователь|получатель|адрес|ящика|получателя|адреса}',
      'такого {пользователя|адреса|ящика} {нет|не существует}',
    ],
    weight: 66,
    example: '550 Пользователь не найден',
    source: 'Mail.ru, Yandex, Rambler',
  },
  {
    id: 'neighbours-user-not-found',
    says: [
      '{vastaanottaja|vastaanottajaa|kayttaja|kayttajaa|postilaatikko|postilaatikkoa|sahkopostiosoite|osoite} .. {tuntematon|loydy|loytynyt|olemassa|suljettu|kaytossa}',
      '{χρηστης|παραληπτης|λογαριασμος|διευθυνση} .. {δεν υπαρχει|αγνωστος|δεν βρεθηκε|αγνωστη}',
      '{utilizatorul|utilizator|destinatarul|destinatar|adresa|contul|casuta} .. {nu exista|necunoscut|inexistent|inexistenta|nu a fost gasit|dezactivat}',
      '{nguoi dung|nguoi nhan|dia chi|hop thu|tai khoan} .. {khong ton tai|khong tim thay|khong hop le}',
      '{cimzett|felhasznalo|postafiok|cim} .. {letezik|ismeretlen|talalhato}',
      '{uzivatel|schranka|adresa|adresat|pouzivatel|prijemca} .. {neexistuje|nenalezena|neznama|nezname|neexistuj*|nenajden*}',
      '{korisnik|primatelj|primalac|sanduce|adresa|naslov|uporabnik|prejemnik|predal} .. {ne postoji|nepoznat|ne obstaja|neznan|ukinjen|nije pronaden|ni bilo mogoce najti}',
      '{korisnik|primatelj|uporabnik|prejemnik} {nepoznat|neznan}',
      '{потребител|потребителят|получателят|користувач|користувача|одержувач|одержувача|скринька|адреса} .. {не съществува|непознат|не існує|не знайдено|невідомий|заблоковано|не знайдений|неизвестен}',
      '{المستخدم|المستلم|العنوان|صندوق|الحساب} .. {غير موجود|غير معروف|غير صالح}',
      '{המשתמש|הנמען|הכתובת|תיבת} .. {לא קיים|לא קיימת|לא נמצא|אינו קיים|לא נמצאה}',
      'ไม่พบผู้ใช้*',
      '{kullanici|alici|adres|hesap} .. {yok|bulunamadi|mevcut degil|gecersiz|bilinmiyor|kapali}',
      '{mottagare|mottagaren|anvandaren|brukeren|brugeren|modtageren|mottakeren|adressen|kontoen|postlada} .. {finns inte|finns ej|okand|eksisterer ikke|findes ikke|finnes ikke|ukjent|ukendt|existerar inte|hittades inte}',
    ],
    weight: 70,
    example: '550 Vastaanottajaa ei löydy tältä palvelimelta',
    source:
      'Providers of Finland, Greece, Romania, Hungary, Czechia, the Balkans, Ukraine, Turkey and others',
  },
  {
    id: 'wide-user-not-found',
    says: [
      '{用户|用戶|收件人|邮箱|郵箱|信箱|帐号|帳號|账号|收件者|该用户|邮件地址|收件地址} .. {不存在|无效|無效|未找到|找不到|不可用|被禁用|已停用|已注销|被冻结|被停用|不正确|已被删除|禁用|冻结}',
      '{不存在|无此|無此|没有此|查无此|查無此|没有这个|找不到|无效的|無效的|未知} .. {用户|用戶|收件人|邮箱|郵箱|信箱|帐号|账号|收件者|使用者}',
      '{宛先|ユーザー|ユーザ|メールアドレス|アドレス|受信者|メールボックス|送信先} .. {存在しません|見つかりません|不明|存在しない|無効|ありません|見つかりませんでした|存在致しません}',
      '{ユーザー不明|宛先不明|該当するユーザー|宛先が見つかりません}',
      '{사용자|수신자|계정|메일 주소|메일함|받는 사람} .. {없습니다|존재하지 않|찾을 수 없|알 수 없|잘못된|휴면}',
    ],
    weight: 70,
    example: '550 该用户不存在',
    source: 'QQ, 163, docomo, Naver',
  },
]
