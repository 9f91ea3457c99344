# الحواسيب الأخرى: ملفات التسليم وحزم الفعالية والمشاركون.

nav-exchange = التسليم
exchange-lead = ما سُجِّل على حواسيب أخرى يدخل من هنا، وما ينقص الآخرين يخرج من هنا. الملفات مختومة: من يجد الذاكرة لا يقرأ شيئاً.
exchange-illustration = هذه ليست مشاورة حقيقية: لا تأخذ شيئاً من حواسيب أخرى ولا تسلّم شيئاً.
exchange-this-laptop = هذا الحاسوب
exchange-founder = المؤسِّس
exchange-nameless = حاسوب بلا اسم
exchange-unconfirmed = { $name }، لم يُؤكَّد بعد
exchange-unconfirmed-explained = يمكنك التسجيل فوراً. حين يصل أوّل ملف تسليم منك إلى أحد المنظِّمين، يقارن هذه الكلمات بشاشته ويقبل هذا الحاسوب.
exchange-words-consultation = المشاورة
exchange-words-own = هذا الحاسوب
exchange-take-in = خذ ملفات…
exchange-hand-over = سلِّم…
exchange-pack = حزمة فعالية…
exchange-invite = ادعُ…
exchange-drop = يمكن أيضاً إسقاط الملفات على هذه النافذة، عشرين دفعة واحدة.
exchange-taking-in = أخذ
exchange-handing-over = تسليم
exchange-taken = ما جاء
exchange-erasures = { $count ->
    [0] اسم أو ملف مخفي حتى يؤكّد شخص ثانٍ
    [one] مساهمة واحدة مخفية حتى يؤكّد شخص ثانٍ
    [two] مساهمتان مخفيتان حتى يؤكّد شخص ثانٍ
    [few] { $count } مساهمات مخفية حتى يؤكّد شخص ثانٍ
   *[other] { $count } مساهمة مخفية حتى يؤكّد شخص ثانٍ
}
exchange-erasures-explained = محا أحدهم أكثر مما يحقّ لحاسوب واحد. بعد التأكيد تزول الكلمات نهائياً في كل مكان.
exchange-erasures-elsewhere = يُؤكَّد ذلك على حاسوب منظِّم لم يقبله من محا، لا على الحاسوب الذي محا.
exchange-erasures-confirm = امحُ نهائياً
exchange-erasures-done = تأكّد: زالت الكلمات نهائياً.
exchange-erasures-refuse = لا تمحُ
exchange-erasures-refuse-explained = إن رفضتَ عاد المخفيّ إلى الظهور. أمّا الخمسون الأولى، التي يحقّ لحاسوب واحد محوها، فلم تعد هنا: لا تعود إلا بملف من حاسوب ما زالت عنده.
exchange-erasures-refused = رُفض: عاد المخفيّ إلى الظهور.
exchange-strangers = بانتظار القبول
exchange-strangers-explained = قارن الكلمات الأربع بشاشة الحاسوب نفسه قبل القبول.
exchange-strangers-others = يقرّر أحد المنظِّمين في شأنها.
exchange-stranger = { $count ->
    [0] لا شيء بعد من { $name }
    [one] ملاحظة واحدة من { $name }
    [two] ملاحظتان من { $name }
    [few] { $count } ملاحظات من { $name }
   *[other] { $count } ملاحظة من { $name }
}
exchange-check = كلمات التحقّق:
exchange-rival = يحمل حاسوب آخر الاسم «{ $name }» أيضاً. قد لا يكون إلا واحد منهما الطاولة التي تقصدها: قارن الكلمات.
exchange-whose = لمن هذا الحاسوب:
exchange-whose-new = شخص جديد هنا
exchange-whose-instead = بدل حاسوب مفقود، ويُقطع ذاك
exchange-whose-another = حاسوب آخر لأحدهم
exchange-awaited = لا شيء من اليوم هنا من { $names }.
exchange-gap = تنقص قيود سابقة من هذا الحاسوب: اطلب ملفًّا فيه كل شيء.
exchange-give-up = احتساب ما يليها بدونها
exchange-give-up-explained = تنقص قيود من { $name }، وما يليها ينتظر. إن لم تعد عند أيّ حاسوب أو ذاكرة، يمكن احتساب ما يليها بدونها.
exchange-given-up = { $name }: ما يليها يُحتسب الآن.
exchange-accept = اقبل { $name }
exchange-refuse = ارفض { $name }
exchange-refuse-all = ارفض الكل
exchange-approve = احتسب عمل { $name }
exchange-accepted = يشارك { $name }.
exchange-refused = رُفض.
exchange-approved = صار محتسباً.
exchange-members = من يشارك
exchange-name = الاسم
exchange-roles = الأدوار
exchange-recorded = المسجَّل
exchange-last-file = آخر ملف
exchange-what = ما يمكن فعله
exchange-open = غيِّر…
exchange-change = غيِّر { $name }
exchange-suspended = موقوف
exchange-not-confirmed = غير مؤكَّد
exchange-forked = كتب حاسوبان بمفتاح هذا الحاسوب.
exchange-waits = { $count ->
    [one] إجراء واحد ينتظر أحد المنظِّمين
    [two] إجراءان ينتظران أحد المنظِّمين
    [few] { $count } إجراءات تنتظر أحد المنظِّمين
   *[other] { $count } إجراءً تنتظر أحد المنظِّمين
}
exchange-keep = احفظ
exchange-kept = { $name }: حُفظ.
exchange-suspend = أوقف
exchange-suspend-explained = ما سجّله { $name } حتى الآن يبقى. وما يأتي من هذا الحاسوب لاحقاً لا يُحتسب حتى يقبله أحد المنظِّمين من جديد.
exchange-stolen = فُقد أو سُرق: ارفض ما يأتي منه، واطلب من الآخرين ما محاه.
exchange-is-suspended = أُوقف { $name }.
exchange-suspend-title = إيقاف { $name }
exchange-suspend-when = ما لم يعد يُحسب
exchange-suspend-now = ما يصل من الآن فصاعداً
exchange-suspend-since = ما فعله منذ يوم أو ساعة
exchange-suspend-moment = منذ متى
exchange-suspend-since-explained = بحسب ساعته هو. ما فعله منذ ذلك الحين يغادر القائمة وينتظر، إلا إذا سُرق: عندئذ يُرفض.
exchange-moment-wrong = ليس هذا تاريخاً: اكتبه هكذا: { $example }.
exchange-let-in-since = قبل هؤلاء منذ ذلك الحين. من يبقى؟
exchange-let-in-with = ومعه { $names }
exchange-let-in-explained = من وُضعت علامة أمامه يشارك كما كان، وقد قبلتَه أنت. وينتظر الآخرون قبولهم من جديد.
exchange-stands-before = قُبل { $name } قبلك. ما يسجله هذا الحاسوب يُستبعد، لكن ما يقرره بصفة منظِّم يظل محسوباً ما لم تقل ورقة الاسترداد ذلك أيضاً.
exchange-recover = ورقة الاسترداد
exchange-recover-explained = إذا لم يبق منظِّم يستطيع قبول هذا الحاسوب، فكلمات ورقة الاسترداد تقبله بجميع الأدوار. طُبعت الورقة عند تأسيس المشاورة.
exchange-recover-do = قبول هذا الحاسوب
exchange-recovered = يشارك هذا الحاسوب بجميع الأدوار.
exchange-readmit = اقبل من جديد
exchange-readmit-explained = ما سُجِّل عليه أثناء ذلك يُحتسب أيضاً.
exchange-not-now = ليس الآن
exchange-wordless = { $count ->
    [zero] لا مساهمة هنا بلا كلماتها
    [one] مساهمة واحدة هنا بلا كلماتها
    [two] مساهمتان هنا بلا كلماتهما
    [few] { $count } مساهمات هنا بلا كلماتها
    [many] { $count } مساهمة هنا بلا كلماتها
   *[other] { $count } مساهمة هنا بلا كلماتها
}
exchange-wordless-explained = سُجّلت على هذه الحواسيب. محا أحدهم الكلمات قبل أن يُرفض ذلك، أو لم يأتِ بها أحد بعد: يأتي بها ملف من حاسوب أو نسخة احتياطية فيها الكلمات، إلا إذا لم يسمح صاحبها بتمريرها.
exchange-wordless-more = { $count ->
    [zero] ولا غيرها.
    [one] وواحدة أخرى.
    [two] واثنتان أخريان.
    [few] و{ $count } أخرى.
    [many] و{ $count } أخرى.
   *[other] و{ $count } أخرى.
}
exchange-reports = ما جاء من قبل
exchange-for = لمن
exchange-nobody = لا يوجد بعد أحد يمكن ختم ملف لحاسوبه. اقبل طاولة أو ادعُ أحداً.
exchange-what-goes = ما يذهب
exchange-since = ما ينقصهم
exchange-whole = كل شيء
exchange-names = الأسماء وبيانات الاتصال أيضاً
exchange-names-explained = تذهب الأسماء وبيانات الاتصال إلى كل من اختير أعلاه، وتبقى على حواسيبهم.
exchange-held-back = تبقى هنا الكلمات التي لا يأذن أصحابها بنقلها.
exchange-save = احفظ الملف…
exchange-handed = { $count ->
    [0] الملف جاهز. ليس فيه مساهمات جديدة.
    [one] الملف جاهز، وفيه مساهمة واحدة.
    [two] الملف جاهز، وفيه مساهمتان.
    [few] الملف جاهز، وفيه { $count } مساهمات.
   *[other] الملف جاهز، وفيه { $count } مساهمة.
}
exchange-show-words = تُظهر شاشة المنظِّم هذه الكلمات أيضاً. قارنوها قبل أن يقبل:
exchange-compare = للمقارنة بشاشة الحاسوب الآخر:
exchange-done = تمّ
exchange-pack-explained = ملف واحد تبدأ به كل الطاولات: البرنامج والمجموعات والإطار والقواعد، ولا شيء مما قاله أحد. تفتحه ستّ كلمات.
exchange-pack-words = الملف جاهز. قل هذه الكلمات الستّ بصوت عالٍ عند الطاولات. لا تُحفظ في أيّ مكان؛ لا تكتبها على الذاكرة.
exchange-pack-check = تقارن الطاولات:
exchange-pack-noted = دوّنتُ الكلمات
exchange-invite-explained = للمنظِّمين والمقرِّرين والمراقبين الذين يحتاجون المساهمات على حواسيبهم. تبدأ الطاولات أسرع بحزمة فعالية.
exchange-invited = الدعوة الموجّهة إلى { $name } جاهزة.
exchange-open-acceptance = عاد قبول…
exchange-acceptance = قبل { $name } الدعوة، باسم «{ $own }».
role-facilitator = ميسِّر
role-organiser = منظِّم
role-rapporteur = مقرِّر
role-observer = مراقب
role-facilitator-explained = يسجّل، ويغيّر ما سجّله
role-organiser-explained = يفعل كل شيء
role-rapporteur-explained = يكتب الموجزات، ويضع الوسوم على أيّ شيء
role-observer-explained = يقرأ

# الباب
welcome-join = انضمّ إلى مشاورة…
welcome-join-explained = بحزمة فعالية أو دعوة أو أوّل ملف جاء بعدها
join-title = انضمّ إلى مشاورة
join-explained = اختر ما أُعطيتَه: حزمة فعالية أو دعوة أو أوّل ملف تسليم بعد قبول دعوتك.
join-choose = اختر الملف…
join-words = الكلمات الستّ التي قيلت بصوت عالٍ
join-words-missing = اكتب الكلمات الستّ.
join-name = اسم هذا الحاسوب: «الطاولة 7»
join-own-name = اسمك
join-name-missing = اذكر اسماً.
join-passphrase = عبارة المرور التي اخترتها عند القبول
join-begin = ابدأ
join-accept = اقبل، واحفظ الجواب…
join-accepted = حُفظ الجواب: أعطه للمنظِّم. حين يعود أوّل ملف منه، اختره هنا. يقارن المنظِّم هذه الكلمات:

# عبارة مرور نُسيت
help-allow = يستطيع المنظّمون مساعدة من ينسى عبارة مروره
help-allow-explained = يُقال هذا لكلّ من ينضمّ من الآن: بكلمات من منظّم يمكن فتح ما على حاسوبه. الحواسيب التي انضمّت من قبل تبقى كما هي.
help-declared = إن نسيتها يستطيع منظّم المساعدة. من لديه كلمات منظّم وهذا الحاسوب يستطيع قراءة ما فيه.
help-forgot = نُسيت عبارة المرور…
help-words = الكلمات الاثنتا عشرة التي يقولها منظّم
help-letter = حفظ ملف لمنظّم…
help-letter-explained = يستطيع منظّم المساعدة: احفظ ملفًّا له وأعطه إيّاه أو أرسله. لا يستطيع أحد سواه قراءته.
help-letter-saved = حُفظ الملف. أعطه لمنظّم واسأله عن الكلمات الاثنتي عشرة.
help-recovered = فتحت كلمات منظّم المشاورة. اختر عبارة المرور التي تفتحها من الآن؛ وبعدها لا تفتحها هذه الكلمات. أمّا النسخ الاحتياطية والنسخ السابقة فتُفتح بها بعد.
help-stands = ما زالت عبارة المرور القديمة تفتح المشاورة، وكذلك كلمات المنظّم. يمكنك تغييرها في الإعدادات.
help-forgotten = عبارة مرور منسيّة…
help-forgotten-explained = من نسي عبارة مروره يحفظ ملفًّا أمام المشاورة المقفلة ويعطيك إيّاه. فيه اثنتا عشرة كلمة تفتح ذلك الحاسوب؛ لا يقرؤها إلا المنظّمون.
help-choose = اختر الملف…
help-whose = هذه الكلمات تفتح حاسوب { $name }:
help-whose-unknown = هذه الكلمات تفتح حاسوبًا لم يصل منه شيء بعد:
help-careful = لا تقلها إلا لمن تعرف صوته. من لديه هي والحاسوب أو نسخة احتياطية منه يستطيع قراءة ما فيه.

# الخادم المشترك
server-title = الخادم المشترك
server-none = يمكن للحواسيب المتصلة بشبكة أن تتبادل عبر خادم مشترك ينقل قيودًا مختومة ولا يقرأ شيئًا منها. وتبقى الملفات ممكنة إلى جانبه.
server-none-told = يمكن للحواسيب المتصلة بشبكة أن تتبادل عبر خادم مشترك. يضيفه أحد المنظِّمين، ويُخبر به ملف التسليم التالي هذا الحاسوب.
server-told-of = أضاف أحد المنظِّمين خادمًا مشتركًا وأنشأ حسابًا لهذا الحاسوب:
server-begin = التبادل معه
server-connect = إضافة خادم مشترك…
server-connect-explained = من يدير الخادم أعدّه ويعطيك عنوانه وكلمة سره. وبهما يحصل كل حاسوب مشارك على حساب خاص به ينتقل مختومًا في ملف التسليم التالي.
server-address = العنوان
server-password = كلمة السر
server-password-kept = تُستعمل كلمة السر مرة واحدة ولا تُحفظ.
server-authority = شهادة سلطتكم الخاصة…
server-make-logins = إنشاء الحسابات
server-connecting = يجري إنشاء الحسابات…
server-connected = يتبادل هذا الحاسوب مع الخادم المشترك من الآن.
server-added = حسابات جديدة: { $names }.
server-added-next = سلِّم إليهم ملفًا: حساباتهم فيه.
server-dropped = لم يعودوا يدخلون: { $names }.
server-without = لا حساب بعد: { $names }. على حواسيبهم أن تسلّم ملفًا أولًا.
server-done = تم
server-logins = تحديث الحسابات…
server-visit = مزامنة الآن
server-visiting = تجري المزامنة…
server-synced = تمت المزامنة { $time }
server-last = آخر مزامنة: { $time }.
server-not-yet = لم تتم المزامنة بعد
server-away = غير متصل
server-tries-again = تُعاد المحاولة تلقائيًا؛ وما تسجّله محفوظ هنا.
server-nothing-new = لا جديد على الخادم المشترك.
server-leave = ترك هذا الخادم
server-leave-explained = لن يتبادل هذا الحاسوب مع الخادم المشترك بعد الآن. ما جاء منه يبقى هنا، وما لديه يبقى هناك.
server-holds = { $count ->
    [zero] لا قيود مختومة
    [one] قيد مختوم واحد
    [two] قيدان مختومان
    [few] { $count } قيود مختومة
    [many] { $count } قيدًا مختومًا
   *[other] { $count } قيد مختوم
} على الخادم، { $size } كيلوبايت
server-seen = آخر زيارة
server-newest = أحدث قيد
server-entries = القيود
server-no-login = بلا حساب
server-never = –
