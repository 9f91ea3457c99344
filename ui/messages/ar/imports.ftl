# جدول في طريقه إلى الداخل.

import-title = استيراد جدول
import-lead = تعليقات استبيان أو منصة أو ورقة مدوِّن تصبح مساهمات، كل صف مرة واحدة، في إجراء واحد يعيده تراجع واحد.
import-how = أي ملف CSV يصلح، أيًّا كان ترميزه. يبقى الملف كما هو، ولا يُسجَّل الصف نفسه مرتين أبدًا.
import-choose-table = استيراد جدول…
import-choose-another = اختر غيره…
import-about = { $rows ->
    [one] صف واحد
    [two] صفّان
    [few] { NUMBER($rows) } صفوف
   *[other] { NUMBER($rows) } صفًّا
}، بترميز { $encoding }
import-means = ماذا تعني الأعمدة
import-text = النص
import-round = الجولة
import-choose = اختر…
import-guessed = تُخمَّن من الكلمات
import-nothing = لا شيء يقول ذلك
import-not-asked = لم يُسأل
import-column = من عمود
import-column-first = { $name } ({ $first })
import-all-rows = نفسه لكل الصفوف
import-preview = الصفوف الأولى كما ستُسجَّل
import-answer = { $question }: { $answer }
import-needs-text = قل أيّ عمود يحمل النص: لا شيء غيره مطلوب.
import-counting = يُنظر في كل صف…
import-new = { $count ->
    [0] لا جديد للتسجيل
    [one] مساهمة جديدة واحدة
    [two] مساهمتان جديدتان
    [few] { NUMBER($count) } مساهمات جديدة
   *[other] { NUMBER($count) } مساهمة جديدة
}
import-already = { $count ->
    [one] واحدة سُجِّلت من قبل
    [two] اثنتان سُجِّلتا من قبل
   *[other] { NUMBER($count) } سُجِّلت من قبل
}
import-refused = { $count ->
    [one] صف واحد مرفوض
    [two] صفّان مرفوضان
    [few] { NUMBER($count) } صفوف مرفوضة
   *[other] { NUMBER($count) } صفًّا مرفوضًا
}
import-refused-more = { $count ->
    [one] وواحد آخر.
    [two] واثنان آخران.
   *[other] و{ NUMBER($count) } أخرى.
}
import-save-refused = حفظ الصفوف المرفوضة…
import-refused-saved = حُفظت الصفوف المرفوضة، كل منها مع سببه، لتُصلَح وتُستورَد من جديد.
import-do = { $count ->
    [one] استيراد مساهمة واحدة
    [two] استيراد مساهمتين
    [few] استيراد { NUMBER($count) } مساهمات
   *[other] استيراد { NUMBER($count) } مساهمة
}
import-working = جارٍ الاستيراد…
import-done = { $count ->
    [one] استُوردت مساهمة واحدة.
    [two] استُوردت مساهمتان.
    [few] استُوردت { NUMBER($count) } مساهمات.
   *[other] استُوردت { NUMBER($count) } مساهمة.
}
import-done-refused = { $count ->
    [one] رُفض صف واحد.
    [two] رُفض صفّان.
    [few] رُفضت { NUMBER($count) } صفوف.
   *[other] رُفض { NUMBER($count) } صفًّا.
}
import-open = استيراد…
import-speaker = المتحدث
import-when = متى قيل
import-groups-unknown = { $count ->
    [one] مجموعة واحدة ليست في هذه المشاورة
    [two] مجموعتان ليستا في هذه المشاورة
    [few] { NUMBER($count) } مجموعات ليست في هذه المشاورة
   *[other] { NUMBER($count) } مجموعة ليست في هذه المشاورة
}
import-groups-unknown-how = تُرفض الصفوف التي تذكر إحداها حتى تقول ما مصيرها.
import-groups-all = { $count ->
    [two] كلتاهما
   *[other] كلها ({ NUMBER($count) })
}
import-groups-differ = كلٌّ كما يلي
import-groups-more = وهناك { $count } أخرى يسري عليها الخيار العام.
import-group-rows = { $count ->
    [one] صف واحد
    [two] صفّان
    [few] { NUMBER($count) } صفوف
   *[other] { NUMBER($count) } صفًّا
}
import-group-refuse = رفض هذه الصفوف
import-groups-refuse = رفض صفوفها
import-group-add = إضافة هذه المجموعة
import-groups-add = إضافة هذه المجموعات
import-group-leave-out = بلا مجموعة
import-group-near = اعتبارها: الأقرب
import-group-means = اعتبارها
import-cancel = إلغاء الاستيراد
import-cancelled = أُلغي الاستيراد. لم يُسجَّل شيء.
import-found-by = استيراد جدول ملف إكسل اكسل ورقة استبيان csv tsv excel
