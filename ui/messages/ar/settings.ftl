# الإعدادات.

settings-lock-after = القفل إذا لم يلمس أحد النافذة منذ
settings-minutes = { $count ->
    [one] دقيقة واحدة
    [few] { $count } دقائق
   *[other] { $count } دقيقة
}
settings-seconds = { $count ->
    [0] أبدًا
    [one] ثانية واحدة
   *[other] { $count } ثانية
}
settings-backups = النسخ الاحتياطية
settings-backups-explained = كلما أُغلقت استشارة كُتبت نسخة من مجلدها هناك، مشفّرة كما هي. تُحفظ السبع الأخيرة؛ وبعد محو شيء تُحفظ الأحدث وحدها، لأن الأقدم ما زالت تحوي الكلمات.
settings-backups-choose = اختيار مكان…
settings-backups-other = مكان آخر…
settings-backups-none = لا مزيد من النسخ
settings-guards = ما يفتح هذه الاستشارة
settings-pin-explained = عبارة المرور وورقة الاسترداد. ويمكن لرمز PIN أن يفتحها على هذا الحاسوب مع حافظة مفاتيحه.
settings-pin-is = عبارة المرور وورقة الاسترداد، ورمز PIN على هذا الحاسوب.
settings-pin-new = رمز PIN الجديد، أربع علامات على الأقل
settings-pin-set = تعيين رمز PIN
settings-pin-forget = نسيان رمز PIN
